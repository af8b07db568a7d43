using System;
using System.Linq;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>What a run of a program gave in one world.</summary>
/// <param name="Error">The error, or 0.</param>
/// <param name="ReturnValue">What it returned.</param>
/// <param name="Output">The packet.</param>
/// <param name="Metadata">How much of that is metadata.</param>
internal sealed record ProgramOutcome(int Error, int ReturnValue, string Output, int Metadata)
{
    /// <summary>The outcome of a run.</summary>
    public static ProgramOutcome Of(TestRunResult result) => result.Error != 0
        ? new ProgramOutcome(result.Error, 0, "", 0)
        : new ProgramOutcome(0, result.ReturnValue, Convert.ToHexString(result.Output.Span), result.MetadataLength);

    /// <summary>In few words.</summary>
    public override string ToString() => Error != 0
        ? $"error {Error}"
        : $"returns {ReturnValue}, {Output.Length / 2} bytes {string.Concat(Output.Take(80))}";
}
