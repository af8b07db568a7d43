namespace Dynptrs;

/// <summary>The kernel's classes of characters, which are those of Latin-1 (<c>lib/ctype.c</c>).</summary>
internal static class TraceCharacter
{
    private const byte NoBreakSpace = 0xA0;
    private const byte FirstAccented = 0xC0;
    private const byte Times = 0xD7;
    private const byte Divided = 0xF7;

    /// <summary>Whether a format may not have it: ASCII that is neither printed nor white space.</summary>
    public static bool IsControl(byte character) => character is < (byte)' ' or 0x7F && !IsSpace(character);

    /// <summary>Whether a conversion may end before it: the end of the format, white space and punctuation.</summary>
    public static bool EndsConversion(byte next) =>
        next == 0 || IsSpace(next) || (!IsLetterOrDigit(next) && next is (>= (byte)' ' and < 0x7F) or > NoBreakSpace);

    public static bool IsLetterOrDigit(byte character) =>
        char.IsAsciiLetterOrDigit((char)character) || (character >= FirstAccented && character is not (Times or Divided));

    private static bool IsSpace(byte character) => character is (byte)' ' or (>= (byte)'\t' and <= (byte)'\r') or NoBreakSpace;
}
