using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Rules;

/// <summary>A rule that reports one kind of finding.</summary>
/// <typeparam name="TFinding">The kind of finding.</typeparam>
internal abstract class Rule<TFinding>(DiagnosticDescriptor descriptor, string kernelMessage)
    : Rule(descriptor, kernelMessage, typeof(TFinding))
    where TFinding : Finding
{
    /// <inheritdoc/>
    public sealed override string Describe(FindingText text) => Describe(text, (TFinding)text.Finding);

    /// <summary>Composes the sentence that a person reads.</summary>
    protected abstract string Describe(FindingText text, TFinding finding);
}
