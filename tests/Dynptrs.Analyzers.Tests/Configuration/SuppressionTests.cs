using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Configuration;

/// <summary>What is right although it cannot be proved is suppressed where it stands, and nowhere else.</summary>
public sealed class SuppressionTests
{
    [Fact]
    public Task A_pragma_suppresses_its_rule_on_its_lines() => AnalyzerTest.Verify("""
        using Dynptrs;

        public static class Probe
        {
            public static void Run(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
        #pragma warning disable DYN001 // someone else submits it
            }
        #pragma warning restore DYN001

            public static void RunAgain(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
        #pragma warning disable DYN002 // another rule
            {|DYN001:}|}
        #pragma warning restore DYN002
        }
        """);

    [Fact]
    public Task An_attribute_with_a_justification_suppresses_its_rule_in_its_member() => AnalyzerTest.Verify("""
        using System.Diagnostics.CodeAnalysis;
        using Dynptrs;

        public static class Probe
        {
            [SuppressMessage("Dynptr.Lifetime", "DYN001", Justification = "someone else submits it")]
            public static void Run(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
            }

            [SuppressMessage("Dynptr.Lifetime", "DYN002", Justification = "another rule")]
            public static void RunAgain(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
            {|DYN001:}|}
        }
        """);

    [Fact]
    public Task An_attribute_of_the_assembly_names_its_target() => AnalyzerTest.Verify("""
        using System.Diagnostics.CodeAnalysis;
        using Dynptrs;

        [assembly: SuppressMessage("Dynptr.Lifetime", "DYN001", Justification = "someone else submits it", Scope = "member", Target = "~M:Probe.Run(Dynptrs.RingBuf)")]

        public static class Probe
        {
            public static void Run(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
            }

            public static void RunAgain(RingBuf events)
            {
                events.Reserve(8, out Dynptr ptr);
            {|DYN001:}|}
        }
        """);
}
