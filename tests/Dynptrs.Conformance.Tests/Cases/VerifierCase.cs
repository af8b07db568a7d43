using System.Text.Json.Serialization;

namespace Dynptrs.Conformance.Tests.Cases;

/// <summary>A scenario of the kernel's own tests; <c>tests/corpus/cases/verifier-cases.md</c> explains the fields.</summary>
/// <param name="Suite">The suite, for example <c>dynptr_fail</c>.</param>
/// <param name="Name">The kernel's name of the program.</param>
/// <param name="Section">Its section string; a leading <c>?</c> means that it is not loaded by default.</param>
/// <param name="Verdict"><c>accept</c> or <c>reject</c>.</param>
/// <param name="Message">A fragment of the kernel's message.</param>
/// <param name="Rule">The family of the rule; the glossary explains it.</param>
/// <param name="Kind">How C# can say it: <c>direct</c>, <c>by-language</c>, <c>unsafe-only</c> or <c>asm-only</c>.</param>
internal sealed record VerifierCase(
    string Suite,
    string Name,
    string Section,
    string Verdict,
    string? Message,
    string Rule,
    [property: JsonPropertyName("csharp")] string Kind)
{
    public bool IsRejected => Verdict == "reject";

    public bool IsDirect => Kind == "direct";

    /// <summary>Whether what is wrong is the type of the program, so that its accepted neighbour stands in another section.</summary>
    public bool IsAboutProgramType => Rule is "helper-not-allowed" or "untrusted-context";

    public CaseKey Key => new(Suite, Name);
}
