using System.Collections.Immutable;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>One rule of the verifier: its facts, and the sentence that it says to a person.</summary>
internal abstract class Rule
{
    /// <summary>Where the pages of the rules are.</summary>
    public const string Pages = "https://github.com/dynptr-analyzers/DynptrAnalyzers/blob/main/docs/rules/";

    /// <summary>The sentence depends on the path, so it is composed for each finding.</summary>
    protected const string Sentence = "{0}";

    protected Rule(DiagnosticDescriptor descriptor, string kernelMessage, params ImmutableArray<FindingKind> kinds)
    {
        Descriptor = descriptor;
        KernelMessage = kernelMessage;
        Kinds = kinds;
    }

    /// <summary>The descriptor, whose id, title and help link are the rule's.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>What the kernel's verifier says in the same case.</summary>
    public string KernelMessage { get; }

    /// <summary>The findings that the rule reports.</summary>
    public ImmutableArray<FindingKind> Kinds { get; }

    /// <summary>Composes the sentence that a person reads: it stands alone, with the names of the source.</summary>
    public abstract string Describe(FindingText text);
}
