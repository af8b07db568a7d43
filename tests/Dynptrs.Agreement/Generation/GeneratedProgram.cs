using System.Text.RegularExpressions;

namespace Dynptrs.Agreement.Generation;

/// <summary>A program that was written by chance.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The program and its functions.</param>
/// <param name="Slip">The mistake that was made in it, if one was.</param>
internal sealed partial record GeneratedProgram(string Name, string Text, Slip? Slip)
{
    public string File => Name + ".cs";

    /// <summary>What was done to it, in words.</summary>
    public string Description => Slip is { } slip ? Words().Replace($"{slip}", " $0").Trim().ToLowerInvariant() : "meant to be right";

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();
}
