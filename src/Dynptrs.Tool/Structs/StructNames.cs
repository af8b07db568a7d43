using System;
using System.Text;
using Dynptrs.Analyzers.Contracts;

namespace Dynptrs.Tool.Structs;

/// <summary>Names in C# for those of the kernel.</summary>
internal static class StructNames
{
    /// <summary>What the names of the structs begin with in which tracepoints are given to programs.</summary>
    public const string EventPrefix = "trace_event_raw_";

    private const string Ending = "Struct";
    private const string IteratorPrefix = "bpf_iter__";

    /// <summary>
    /// Whether programs are given a struct of the name as their context, as those are that go through objects one by one, or are called by
    /// a tracepoint.
    /// </summary>
    public static bool IsContext(string name) => name.StartsWith(IteratorPrefix, StringComparison.Ordinal) || IsEvent(name);

    /// <summary>Whether a struct is what a tracepoint gives to programs: the pointers in it are mere numbers.</summary>
    public static bool IsEvent(string name) => name.StartsWith(EventPrefix, StringComparison.Ordinal);

    /// <summary>
    /// The name of a class: <c>task_struct</c> is <c>TaskStruct</c>, <c>inode</c> is <c>InodeStruct</c>, and what a tracepoint gives is an
    /// event.
    /// </summary>
    public static string Class(string name)
    {
        if (IsEvent(name))
            return Pascal(name[EventPrefix.Length..]) + "Event";
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
