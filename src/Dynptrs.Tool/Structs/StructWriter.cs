using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Tool.Structs;

/// <summary>Writes structs of the kernel's as classes of C#.</summary>
internal static class StructWriter
{
    /// <summary>The file.</summary>
    /// <param name="found">What it has.</param>
    /// <param name="isProbed">Whether fields are copied from wherever they lie.</param>
    public static string Write(StructFinder found, bool isProbed)
    {
        var text = new StringBuilder();
        if (found.Arrays.Count > 0)
            text.Append("using System.Runtime.CompilerServices;\n");
        text.Append("using Dynptrs;\n");
        foreach (var wanted in found.Structs)
            Write(text, wanted, isProbed);
        foreach (var array in found.Arrays)
            text.Append(array.Declaration);
        return text.ToString();
    }

    private static void Write(StringBuilder text, WantedStruct wanted, bool isProbed)
    {
        var options = (StructNames.IsContext(wanted.Name) ? ", IsContext = true" : "")
            + (isProbed ? ", IsProbed = true" : "");
        var name = StructNames.Class(wanted.Name);
        text.Append(CultureInfo.InvariantCulture, $"\n[KernelStruct(\"{wanted.Name}\"{options})]\ninternal sealed class {name}");
        if (wanted.Fields.Count == 0)
        {
            text.Append(";\n");
            return;
        }

        text.Append("\n{\n");
        var used = new HashSet<string> { name };
        text.AppendJoin("\n", wanted.Fields.Select(field => Property(field, used, isProbed)));
        text.Append("}\n");
    }

    private static string Property(StructField field, HashSet<string> used, bool isProbed)
    {
        var name = StructNames.Property(field.Path, used);
        var trust = isProbed ? PointerTrust.None : field.Trust;
        var arguments = new List<string>();
        if (!StructNames.IsSaid(name, field.Path))
            arguments.Add($"Name = \"{field.Path}\"");
        if (trust != PointerTrust.None)
            arguments.Add($"Trust = PointerTrust.{trust}");
        var attribute = arguments.Count > 0 ? $"    [KernelField({string.Join(", ", arguments)})]\n" : "";
        var isThere = trust is PointerTrust.Trusted or PointerTrust.Rcu;
        var mark = field.IsPointer && !isThere ? "?" : "";
        var value = field.IsPointer && isThere ? " = null!;" : "";
        return $"{attribute}    public {field.Type}{mark} {name} {{ get; init; }}{value}\n";
    }
}
