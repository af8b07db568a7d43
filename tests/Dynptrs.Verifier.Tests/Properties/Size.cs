namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A constant, or the number in a variable.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Number">The variable, or -1 for the constant.</param>
internal readonly record struct Size(long Constant, int Number = -1)
{
    /// <summary>Whether it is set before the program is loaded: it is verified and run for half of it, too.</summary>
    public bool IsLoadTime { get; init; }

    /// <summary>The constant that the program is loaded with.</summary>
    /// <param name="isHalved">Whether it is set to half of what the program says.</param>
    public long At(bool isHalved) => IsLoadTime && isHalved ? Constant / 2 : Constant;
}
