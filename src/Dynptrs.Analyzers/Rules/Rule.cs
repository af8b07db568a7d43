using System;
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

    protected Rule(DiagnosticDescriptor descriptor, string kernelMessage, params ImmutableArray<Type> findings)
    {
        Descriptor = descriptor;
        KernelMessage = kernelMessage;
        Findings = findings;
    }

    /// <summary>The descriptor, whose id, title and help link are the rule's.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>What the kernel's verifier says in the same case.</summary>
    public string KernelMessage { get; }

    /// <summary>The findings that the rule reports.</summary>
    public ImmutableArray<Type> Findings { get; }

    /// <summary>Composes the sentence that a person reads: it stands alone, with the names of the source.</summary>
    public abstract string Describe(FindingText text);

    /// <summary>What is thrown for a finding that is none of the rule's.</summary>
    protected static InvalidOperationException Unexpected(Finding finding) => new($"The rule does not report {finding.GetType().Name}.");
}
