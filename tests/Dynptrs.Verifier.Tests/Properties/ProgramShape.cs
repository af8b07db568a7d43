namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The variables of generated programs.</summary>
internal static class ProgramShape
{
    /// <summary>Three variables, and two fields of a struct.</summary>
    public const int Owners = 5;

    /// <summary>Stands, where an owner is named, for what a ref variable points to: any of the owners.</summary>
    public const int Alias = 5;

    /// <summary>The first owner of the struct.</summary>
    public const int FirstOfPair = 3;

    public const int Views = 3;

    /// <summary>The last view is read-only.</summary>
    public const int ReadOnlyView = 2;

    public const int Spans = 3;

    /// <summary>Refs to bytes, which may point outside of what they were taken of.</summary>
    public const int Refs = 2;

    public const int Handles = 2;

    public const int Flags = 2;

    /// <summary>Two of 32 bits without a sign, two with one, one of 64 bits, and one of 32 bits in the struct.</summary>
    public const int Numbers = 6;

    /// <summary>The sizes that views have.</summary>
    public const int LargestView = 16;
}
