using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Emit.Programs;

/// <summary>What is emitted, and how.</summary>
public sealed record EmissionOptions
{
    /// <summary>How the C tells which C# it was made from.</summary>
    public LineStyle Lines { get; init; } = LineStyle.Directives;

    /// <summary>The folder that paths in the C are relative to, or <see langword="null"/> for paths as the compilation has them.</summary>
    public string? SourceRoot { get; init; }

    /// <summary>Whether programs are emitted that the verifier refuses, to see what the kernel says of them.</summary>
    public bool IncludesRefused { get; init; }

    /// <summary>What the configuration files of the project say, or <see langword="null"/>.</summary>
    public AnalyzerConfigOptionsProvider? Configuration { get; init; }
}
