namespace Dynptrs.Agreement.Generation;

/// <summary>A type of numbers in which generated programs compute.</summary>
/// <param name="Keyword">Its name in C#.</param>
/// <param name="Suffix">What ends a literal.</param>
/// <param name="Bits">How many bits it has.</param>
internal sealed record NumberType(string Keyword, string Suffix, int Bits)
{
    public static NumberType Byte { get; } = new("byte", "", 8);

    public static NumberType Int { get; } = new("int", "", 32);

    public static NumberType UInt { get; } = new("uint", "u", 32);

    public static NumberType Long { get; } = new("long", "L", 64);

    public static NumberType ULong { get; } = new("ulong", "ul", 64);
}
