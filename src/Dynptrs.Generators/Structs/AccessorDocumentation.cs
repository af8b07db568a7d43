using System;
using System.Collections.Immutable;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Generators.Structs;

/// <summary>Documents accessors, in the words that stand at their field.</summary>
internal static class AccessorDocumentation
{
    private const string Indentation = "    ";

    /// <summary>What is said of the field, if anything is.</summary>
    public static ImmutableArray<string> OfWhole(IFieldSymbol field)
    {
        var own = ReadLines(field);
        var remark = $"/// <remarks>In host order; <see cref=\"{Identifier.Escape(field.Name)}\"/> holds it in network order.</remarks>";
        return own.IsEmpty ? [$"/// <summary><see cref=\"{Identifier.Escape(field.Name)}\"/>, in host order.</summary>"] : own.Add(remark);
    }

    /// <summary>What is said of the number as it stands in memory.</summary>
    public static ImmutableArray<string> OfRaw(IFieldSymbol field, string name)
    {
        var own = ReadLines(field);
        var remark = $"/// <remarks>In network order; <see cref=\"{Identifier.Escape(name)}\"/> gives it in host order.</remarks>";
        return own.IsEmpty ? [$"/// <summary><see cref=\"{Identifier.Escape(field.Name)}\"/>, in network order.</summary>"] : own.Add(remark);
    }

    /// <summary>What is said of some bits.</summary>
    public static ImmutableArray<string> OfBits(IFieldSymbol field, AttributeData attribute, int offset, int width)
    {
        var bits = width == 1 ? $"Bit {offset}" : $"Bits {offset} to {offset + width - 1}";
        var place = $"{bits} of <see cref=\"{Identifier.Escape(field.Name)}\"/>.";
        return attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Summary").Value.Value is string summary
            ? [$"/// <summary>{AsXml(summary)}</summary>", $"/// <remarks>{place}</remarks>"]
            : [$"/// <summary>{place}</summary>"];
    }

    /// <summary>
    /// What the compiler has read: its references to code are resolved, so that they hold in a file without the usings of the field's.
    /// </summary>
    private static ImmutableArray<string> ReadLines(IFieldSymbol field)
    {
        var xml = field.GetDocumentationCommentXml();
        if (string.IsNullOrEmpty(xml) || !xml!.StartsWith("<member", StringComparison.Ordinal))
            return [];
        var lines = xml.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        return
        [
            .. lines.Skip(1).Take(lines.Count - 2).Select(line =>
                "/// " + (line.StartsWith(Indentation, StringComparison.Ordinal) ? line.Substring(Indentation.Length) : line)),
        ];
    }

    /// <summary>A sentence with the elements of documentation in it, or plain text.</summary>
    private static string AsXml(string summary)
    {
        var line = summary.Replace("\r", "").Replace('\n', ' ');
        try
        {
            XElement.Parse($"<summary>{line}</summary>");
            return line;
        }
        catch (XmlException)
        {
            return CodeWriter.Escape(line);
        }
    }
}
