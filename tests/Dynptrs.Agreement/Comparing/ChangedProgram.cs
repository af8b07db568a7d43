using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Dynptrs.Agreement.Sources;
using Dynptrs.Emit.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Agreement.Comparing;

/// <summary>A program of which kernels are asked, with our verdict.</summary>
/// <param name="Name">The name.</param>
/// <param name="Changes">What was done to it.</param>
/// <param name="Findings">What the analyzer finds in it.</param>
/// <param name="Text">The program and its functions, as they are now.</param>
/// <param name="Source">The C that kernels are asked of.</param>
internal sealed partial record ChangedProgram(
    string Name,
    string Changes,
    ImmutableArray<EmissionProblem> Findings,
    string Text,
    string Source)
{
    /// <summary>Where it is from.</summary>
    public required ProgramOrigin Origin { get; init; }

    /// <summary>The compilation that it is part of.</summary>
    public required Compilation Compilation { get; init; }

    /// <summary>The file in which it stands.</summary>
    public required SyntaxTree Tree { get; init; }

    public bool IsAcceptedHere => Findings.IsEmpty;

    /// <summary>The section, up to what is attached to.</summary>
    public string Section => SectionOf().Match(Source).Groups["kind"].Value;

    public bool HasLoops { get; } = CSharpSyntaxTree.ParseText(Text).GetRoot().DescendantNodes().Any(node =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>Whether it has functions of its own, which it calls or gives to others.</summary>
    public bool HasCalls { get; } = Text.Contains($"{Name}__", StringComparison.Ordinal);

    [GeneratedRegex("""SEC\("\?*(?<kind>[a-z_.]+)[^\n]*"\)\n(#line[^\n]*\n)?int """)]
    private static partial Regex SectionOf();
}
