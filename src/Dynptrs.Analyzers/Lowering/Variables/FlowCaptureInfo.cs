using System.Collections.Generic;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>What is known about a capture: an expression that the graph evaluates once and refers to later.</summary>
internal sealed class FlowCaptureInfo
{
    /// <summary>The expressions that it captures, one for each path.</summary>
    public List<IOperation> Captured { get; } = [];

    /// <summary>The smallest expression that all of them are parts of: that of which it is the value.</summary>
    public SyntaxNode Expression
    {
        get
        {
            var expression = Captured[0].Syntax;
            foreach (var other in Captured)
            {
                while (!expression.FullSpan.Contains(other.Syntax.FullSpan) && expression.Parent is { } parent)
                    expression = parent;
            }

            return expression;
        }
    }

    /// <summary>How often its value is read, members and arguments by reference not counted.</summary>
    public int ValueUses { get; set; }

    /// <summary>Whether it is written through, or handed on by reference.</summary>
    public bool IsUsedAsVariable { get; set; }

    /// <summary>What it is.</summary>
    public FlowCaptureKind Kind { get; set; }

    /// <summary>Where it is kept: the value, or the pointer of an alias.</summary>
    public Local? Local { get; set; }

    /// <summary>The place that it stands for, when that is a fixed one.</summary>
    public Place? Place { get; set; }

    /// <summary>The state of an enumeration by index, or <see langword="null"/>.</summary>
    public IndexedEnumeration? Enumeration { get; set; }
}
