using System;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>DYN032: program code uses what BPF has no counterpart for.</summary>
internal sealed class NoCounterpartRule() : Rule<NoCounterpart>(
    Facts,
    "none: a compiler for BPF refuses it before the kernel sees it")
{
    private static readonly DiagnosticDescriptor Facts = new(
        "DYN032",
        "Program code uses what BPF has no counterpart for",
        Sentence,
        RuleCategory.Program,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "DYN032.md");

    protected override string Describe(FindingText text, NoCounterpart finding)
    {
        var (problem, advice) = Explain(finding.Reason);
        // A person looks for what stands there, be it what calls something unseen: `using` does, and an operator.
        var source = FindingText.Source(finding.Site);
        var subject = finding.Subject.Length > 0 && source.IndexOf(finding.Subject, StringComparison.Ordinal) < 0
            ? $"{FindingText.Quote(source)} calls {text.Subject}, which"
            : text.Subject;
        return $"{subject} is {finding.Description}, {problem}: {advice}";
    }

    private static (string Problem, string Advice) Explain(OpaqueReason reason) => reason switch
    {
        OpaqueReason.Heap =>
            ("and BPF programs have no heap", "use a local struct, stackalloc, a map, or a static field of an unmanaged type"),
        OpaqueReason.Closure => ("and BPF programs have no closures", "make it static, and hand it what it needs as its context"),
        OpaqueReason.Text => ("and BPF programs have no strings", "use bytes, such as a u8 literal or a span"),
        OpaqueReason.FloatingPoint => ("and BPF programs compute with integers only", "use an integer of a smaller unit"),
        OpaqueReason.Exception => ("and BPF programs have no exceptions", "test what may fail, and return an error number"),
        OpaqueReason.Suspension => ("and a BPF program runs to its end at once", "do the work in one call"),
        OpaqueReason.Dynamic => ("and BPF programs know their calls when they are loaded", "give the variable its static type"),
        OpaqueReason.RuntimeType =>
            ("and BPF programs have no types at run time", "use a type that is known here, or a number that tells the cases apart"),
        OpaqueReason.Nullable => ("and BPF programs have no such value", "use the value and a bool beside it"),
        OpaqueReason.ManagedStatic =>
            ("which BPF programs cannot reach", "use a map in a static readonly field, or a static field of an unmanaged type"),
        OpaqueReason.VariableSize => ("and the stack of a BPF program is laid out when it is compiled", "give it a constant size"),
        OpaqueReason.Library =>
            ("and has neither a contract nor a body here that could be verified", "call a helper, or write the method in this project"),
        OpaqueReason.Synthesized => ("and has no body here that could be verified", "use its fields one by one"),
        OpaqueReason.Dispatch =>
            ("and BPF programs know their calls when they are loaded", "call a static method, or one of a struct or a sealed class"),
        OpaqueReason.Width => ("and BPF has these only for 4 and 8 bytes", "use an int or a long"),
        OpaqueReason.Address => ("and BPF programs add to addresses and subtract from them only", "calculate with offsets instead"),
        OpaqueReason.OtherObject =>
            ("and what lies in it would be read from where that has it", "use a class that stands for the struct of the object"),
        OpaqueReason.UnknownObject =>
            ("of which the kernel does not know that an object is there",
                "declare its class with `IsProbed = true`, so that each field is copied, or use `KernelMemory.Cast`"),
        _ => ("and BPF has no counterpart for it", "write it with integers, structs and spans"),
    };
}
