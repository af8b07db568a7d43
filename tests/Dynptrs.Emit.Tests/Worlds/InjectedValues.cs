using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>Random numbers and times that are the same in both worlds.</summary>
internal static partial class InjectedValues
{
    private const string CSharp = """
        internal static class Injected
        {
            private static uint _number;
            private static ulong _time;

            public static uint NextUInt32() => _number = _number * 1664525 + 1013904223;

            public static ulong GetNanoseconds() => _time += 1001;
        }
        """;

    /// <summary>Replaces the helpers in C.</summary>
    public static string IntoC(string source) => Clock().Replace(
        Random().Replace(
            source,
            match => $$"""
                static __u32 injected_number;
                static __noinline {{match.Groups["type"].Value}} bpf_get_prandom_u32(void)
                {
                    return injected_number = injected_number * 1664525 + 1013904223;
                }
                """),
        match => $$"""
            static __u64 injected_time;
            static __noinline {{match.Groups["type"].Value}} bpf_ktime_get_ns(void)
            {
                return injected_time += 1001;
            }
            """);

    /// <summary>Replaces what the runtime has in their place.</summary>
    public static Compilation IntoCSharp(Compilation compilation)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(
            compilation.SyntaxTrees
                .Select(tree => CSharpSyntaxTree.ParseText(Calls().Replace(tree.ToString(), "global::Injected.$1"), options, tree.FilePath))
                .Append(CSharpSyntaxTree.ParseText(CSharp, options)));
    }

    [GeneratedRegex(@"static (?<type>[\w ]+) \(\*const bpf_get_prandom_u32\)\(void\) = \(void \*\)7;")]
    private static partial Regex Random();

    [GeneratedRegex(@"static (?<type>[\w ]+) \(\*const bpf_ktime_get_ns\)\(void\) = \(void \*\)5;")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:global::Dynptrs\.|\bDynptrs\.|(?<![\w.]))Kernel(?:Random|Clock)\.(NextUInt32|GetNanoseconds)\b")]
    private static partial Regex Calls();
}
