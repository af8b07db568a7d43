using System;

namespace Dynptrs;

/// <summary>The flags and the width of a conversion, such as the <c>-08</c> of <c>%-08x</c>.</summary>
internal readonly struct TraceConversion
{
    // FIELD_WIDTH_MAX of the kernel.
    private const int MaxWidth = (1 << 23) - 1;

    /// <summary>Reads from behind the percent sign.</summary>
    /// <param name="format">The format.</param>
    /// <param name="position">Where to start; then, where the letter is that says what is printed.</param>
    public TraceConversion(ReadOnlySpan<byte> format, ref int position)
    {
        for (; position < format.Length; position++)
        {
            switch (format[position])
            {
                case (byte)'0':
                    HasZeroes = true;
                    continue;
                case (byte)'+':
                    HasPlus = true;
                    continue;
                case (byte)'-':
                    IsLeft = true;
                    continue;
                case (byte)' ':
                    HasBlank = true;
                    continue;
            }

            break;
        }

        for (; position < format.Length && format[position] is >= (byte)'0' and <= (byte)'9'; position++)
            Width = (int)Math.Min(((long)Width * 10) + format[position] - '0', MaxWidth);
    }

    public bool HasZeroes { get; }

    public bool HasPlus { get; }

    public bool HasBlank { get; }

    public bool IsLeft { get; }

    public int Width { get; }
}
