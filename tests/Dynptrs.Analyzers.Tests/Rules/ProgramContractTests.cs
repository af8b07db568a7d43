using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>A contract on a parameter of a program says what the kernel gives it: no caller trusts it.</summary>
public sealed class ProgramContractTests
{
    private static string Compose(string attribute, string body) => $$"""
        using Dynptrs;

        internal static class Kernel
        {
            [BpfHelper("bpf_kfree_skb", Since = "6.16", ProgramTypes = ["STRUCT_OPS"], Summary = "Frees a packet.")]
            public static void Free([Trusted, Releases("struct sk_buff")] SkBuff packet) { }

            [BpfHelper("bpf_change", Summary = "Changes packets.")]
            public static void Change([Trusted, InvalidatesSlices(Of = ["skb"])] SkBuff packet) { }
        }

        public static class Programs
        {
            {{attribute}}
            public static int Enqueue([Releases("struct sk_buff")] SkBuff packet) { {{body}} }
        }
        """;

    [Theory]
    [InlineData("Kernel.Free(packet); return 1;")]
    [InlineData("Kernel.Change(packet); Kernel.Free(packet); return 1;")]
    public Task It_keeps_what_the_kernel_asks(string body) => AnalyzerTest.Verify(Compose("[BpfProgram(\"struct_ops/enqueue\")]", body));

    [Theory]
    [InlineData("{|DYN001:return 1;|}")]
    [InlineData("if (CurrentTask.GetPidTgid() > 5) Kernel.Free(packet); {|DYN001:return 1;|}")]
    [InlineData("Kernel.Free(packet); Kernel.Free({|DYN002:packet|}); return 1;")]
    public Task What_it_is_given_must_be_released_once(string body) =>
        AnalyzerTest.Verify(Compose("[BpfProgram(\"struct_ops/enqueue\")]", body));

    [Theory]
    [InlineData("if (CurrentTask.GetPidTgid() > 5) Kernel.Free(packet); {|DYN041:return 1;|}")]
    [InlineData("{|DYN041:Kernel.Change(packet)|}; Kernel.Free(packet); return 1;")]
    public Task Another_method_keeps_what_its_callers_trust(string body) => AnalyzerTest.Verify(Compose("", body));
}
