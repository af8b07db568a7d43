using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>A program that does with two numbers all that C# can do with numbers, in each type.</summary>
internal static class ArithmeticSource
{
    private static readonly string[] Types = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"];

    private static readonly string[] Operators = ["+", "-", "*", "&", "|", "^"];

    private static readonly string[] Shifts = ["<<", ">>", ">>>"];

    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!="];

    /// <summary>The types of variables that are changed while others may do so, too.</summary>
    private static readonly string[] Shared = ["int", "uint", "long", "ulong"];

    /// <summary>What is computed, for messages, in the order of the results.</summary>
    public static IReadOnlyList<string> Expressions { get; } =
        [.. Types.SelectMany(type => Of(type).Select(expression => $"{type}: {expression}"))];

    /// <summary>The program.</summary>
    public static string Text { get; } = Write();

    private static IEnumerable<string> Of(string type)
    {
        foreach (var @operator in Operators)
        {
            yield return $"a {@operator} b";
            yield return $"({type})(a {@operator} b)";
        }

        // .NET has no result for these, BPF has one.
        var overflows = type is "sbyte" or "short" or "int" or "long" ? " || b == -1" : "";
        foreach (var @operator in new[] { "/", "%" })
            yield return $"b == 0{overflows} ? 0 : a {@operator} b";
        foreach (var @operator in Shifts)
        {
            yield return $"a {@operator} (int)right";
            yield return $"({type})(a {@operator} (int)right)";
            yield return $"a {@operator} 5";
        }

        foreach (var @operator in Comparisons)
            yield return $"a {@operator} b ? 1 : 2";
        yield return "~a";
        if (type != "ulong")
            yield return "-a";
        foreach (var other in Types)
            yield return $"({other})a";
        yield return "a / 7";
        yield return "a % 7";
        yield return "a * 3 + b";
        if (!Shared.Contains(type))
            yield break;
        foreach (var update in new[] { "Add", "And", "Or", "Exchange" })
            yield return $"Interlocked.{update}(ref Shared_{type}, b)";
        yield return $"Interlocked.Add(ref Shared_{type}, Shared_{type})";
        yield return $"Interlocked.Increment(ref Shared_{type}) ^ Interlocked.Decrement(ref Shared_{type})";
    }

    private static string Write()
    {
        var text = new StringBuilder($$"""
            using System.Threading;
            using Dynptrs;

            [BpfObject(License = "GPL")]
            internal static partial class Arithmetic
            {
                public static readonly ArrayMap<long> Results = new(maxEntries: {{Expressions.Count}});
                public static ulong Left, Right;

                [BpfProgram("raw_tp/sys_enter")]
                public static int Run(TracepointContext ctx)
                {

            """);
        foreach (var type in Types)
            text.Append(CultureInfo.InvariantCulture, $"        Compute_{type}(Left, Right);\n");
        text.Append("        return 0;\n    }\n\n    private static void Put(uint index, long value) => Results.Update(index, value);\n");
        foreach (var type in Shared)
            text.Append(CultureInfo.InvariantCulture, $"\n    private static {type} Shared_{type};\n");
        var index = 0;
        foreach (var type in Types)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    private static void Compute_{type}(ulong left, ulong right)\n    {{\n");
            text.Append(CultureInfo.InvariantCulture, $"        var a = ({type})left;\n        var b = ({type})right;\n");
            foreach (var expression in Of(type))
                text.Append(CultureInfo.InvariantCulture, $"        Put({index++}, (long)({expression}));\n");
            text.Append("    }\n");
        }

        return text.Append("}\n").ToString();
    }
}
