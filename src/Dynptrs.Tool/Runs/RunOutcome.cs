using System;

namespace Dynptrs.Tool.Runs;

/// <summary>What a run came to.</summary>
internal sealed record RunOutcome
{
    /// <summary>The errno for which the program was not run, or 0.</summary>
    public int Error { get; init; }

    /// <summary>What it threw, or <see langword="null"/>.</summary>
    public string? Exception { get; init; }

    /// <summary>What it returned.</summary>
    public int ReturnValue { get; init; }

    /// <summary>The packet after it.</summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>Whether a run ended so, too.</summary>
    public bool Agrees(RunOutcome other) =>
        Error == other.Error
        && Exception == other.Exception
        && ReturnValue == other.ReturnValue
        && Output.Span.SequenceEqual(other.Output.Span);

    /// <summary>In which byte of the packet two runs differ first, or -1.</summary>
    public int FirstDifference(RunOutcome other)
    {
        var same = Output.Span.CommonPrefixLength(other.Output.Span);
        return same == Output.Length && same == other.Output.Length ? -1 : same;
    }
}
