namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The variables of generated programs.</summary>
internal static class ProgramShape
{
    public const int Owners = 3;

    public const int Views = 3;

    /// <summary>Two of 32 bits without a sign, two with one, and one of 64 bits.</summary>
    public const int Numbers = 5;

    /// <summary>The sizes that views have.</summary>
    public const int LargestView = 16;
}
