using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Dynptrs.Analyzers.Contracts;

namespace Dynptrs.Tool.Structs;

/// <summary>Names in C# for those of the kernel.</summary>
internal static class StructNames
{
    private const string Ending = "Struct";
    private const string ContextPrefix = "bpf_iter__";

    /// <summary>
    /// Whether programs are given a struct of the name as their context, as those are that go through objects one by one.
    /// </summary>
    public static bool IsContext(string name) => name.StartsWith(ContextPrefix, StringComparison.Ordinal);

    /// <summary>The name of a class: <c>task_struct</c> is <c>TaskStruct</c>, and <c>inode</c> is <c>InodeStruct</c>.</summary>
    public static string Class(string name)
    {
        var pascal = Pascal(name);
        return pascal.EndsWith(Ending, StringComparison.Ordinal) ? pascal : pascal + Ending;
    }

    /// <summary>The name of a property: <c>real_parent</c> is <c>RealParent</c>.</summary>
    public static string Property(string path)
    {
        var name = Pascal(path);
        // What each object has, and what each property begins with.
        return name is "Equals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize" ? name + "Field" : name;
    }

    /// <summary>The name of a property that no other has.</summary>
    /// <param name="path">The kernel's name of the field.</param>
    /// <param name="used">The names that are taken, and this one after the call.</param>
    public static string Property(string path, HashSet<string> used)
    {
        var name = Property(path);
        for (var i = 2; !used.Add(name); i++)
            name = string.Create(CultureInfo.InvariantCulture, $"{Property(path)}{i}");
        return name;
    }

    /// <summary>Whether the name of a property says the kernel's name of its field.</summary>
    public static bool IsSaid(string property, string path) => FieldName.Of(property) == path;

    private static string Pascal(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split(['_', '.'], StringSplitOptions.RemoveEmptyEntries))
            text.Append(char.ToUpperInvariant(part[0])).Append(part.AsSpan(1));
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? "_" + text : text.ToString();
    }
}
