using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN023: a program reads or writes a field of its context that it may not.</summary>
internal sealed class ContextFieldRule()
    : Rule<ContextFieldNotAllowed>(Facts, "invalid bpf_context access off=%d size=%d; only read is supported")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN023",
        "Field of the context is not allowed in this program",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN023.md");

    protected override string Describe(FindingText text, ContextFieldNotAllowed finding)
    {
        var (access, program) = (finding.Access, finding.Program);
        var done = access.IsWrite ? "written" : "read";
        var field = $"{text.Subject} ({access.Context}.{access.Field})";
        var by = $"a program of type {program.Type} (section {FindingText.Quote(program.Section)})";
        if (!access.Users.Contains(program.Type!))
            return $"{field} may not be written by {by}, for which the object is the kernel's own: it may only be read";
        if (access.ProgramsOfWhole.Contains(program.Type!) || access.ProgramsOfWhole.Contains(program.Kind))
            return $"{field} has {AccessText.Bytes(access.FieldSize)}, of which {by} may not have {AccessText.Number(access.Size)} {done} at once: "
                + "declare it with its own size";
        return access.ProgramsOfWhole.IsEmpty
            ? $"{field} may not be {done} by any program"
            : $"{field} may not be {done} by {by}: only by {Name(access)} programs";
    }

    private static string Name(ContextAccess access) =>
        HelperText.List([.. access.ProgramsOfWhole.Select(static program => program.Contains('/') ? FindingText.Quote(program) : program)]);
}
