using System;
using System.Buffers.Text;
using System.Globalization;

namespace Dynptrs;

/// <summary>Formats one line as the kernel's <c>bpf_bprintf_prepare</c> and <c>bstr_printf</c> do, together.</summary>
/// <param name="format">The format, without the zero that ends it.</param>
/// <param name="arguments">The numbers.</param>
/// <param name="line">Where to. What does not fit is counted and left out.</param>
internal ref struct TraceFormatter(ReadOnlySpan<byte> format, ReadOnlySpan<ulong> arguments, Span<byte> line)
{
    // The kernel copies the arguments into a buffer before it prints, and refuses what does not fit there.
    private const int MaxCopied = 512;
    private const int MaxDigits = 32;
    private const int IPv4Length = 4;
    private const int IPv6Length = 16;

    private readonly ReadOnlySpan<byte> _format = format;
    private readonly ReadOnlySpan<ulong> _arguments = arguments;
    private readonly Span<byte> _line = line;
    private int _position;
    private int _argument;
    private int _copied;
    private int _length;

    /// <summary>Formats the line.</summary>
    /// <returns>Its length, or the errno.</returns>
    public int Format()
    {
        for (; _position < _format.Length; _position++)
        {
            var character = _format[_position];
            if (TraceCharacter.IsControl(character))
                return -Errno.EINVAL;
            if (character != '%')
            {
                Append(character);
            }
            else if (At(1) == '%')
            {
                _position++;
                Append((byte)'%');
            }
            else
            {
                var error = Convert();
                if (error != 0)
                    return error;
            }
        }

        return _length;
    }

    private readonly byte At(int distance) => _position + distance < _format.Length ? _format[_position + distance] : (byte)0;

    private int Convert()
    {
        if (_argument >= _arguments.Length)
            return -Errno.EINVAL;
        var value = _arguments[_argument++];
        _position++;
        var conversion = new TraceConversion(_format, ref _position);
        switch (At(0))
        {
            case (byte)'p':
                return ConvertPointer(value, conversion);
            case (byte)'s':
                return TraceCharacter.EndsConversion(At(1)) ? ConvertString(ForeignMemory.User, (nuint)value, conversion) : -Errno.EINVAL;
            case (byte)'c':
                if (!Copy(1, alignment: 1))
                    return -Errno.ENOSPC;
                AppendPadded([(byte)value], conversion);
                return 0;
            default:
                return ConvertNumber(value, conversion);
        }
    }

    private int ConvertNumber(ulong value, TraceConversion conversion)
    {
        var longs = 0;
        for (; longs < 2 && At(0) == 'l'; longs++)
            _position++;
        if (longs == 0)
            value = (uint)value;
        var letter = At(0);
        if (letter is not ((byte)'i' or (byte)'d' or (byte)'u' or (byte)'x' or (byte)'X'))
            return -Errno.EINVAL;
        if (!Copy(longs == 0 ? sizeof(int) : sizeof(long), sizeof(int)))
            return -Errno.ENOSPC;
        byte sign = 0;
        if (letter is (byte)'i' or (byte)'d')
        {
            var signed = longs == 0 ? (int)value : (long)value;
            sign = signed < 0 ? (byte)'-' : conversion.HasPlus ? (byte)'+' : conversion.HasBlank ? (byte)' ' : (byte)0;
            value = signed < 0 ? 0 - (ulong)signed : (ulong)signed;
        }

        AppendNumber(value, sign, letter, conversion.Width, conversion.HasZeroes, conversion.IsLeft);
        return 0;
    }

    private int ConvertPointer(ulong value, TraceConversion conversion)
    {
        var kind = At(1);
        int error;
        if (kind is (byte)'k' or (byte)'u' && At(2) == 's')
        {
            // What was formatted beforehand has no width.
            error = TraceCharacter.EndsConversion(At(3))
                ? ConvertString(kind == 'k' ? ForeignMemory.Kernel : ForeignMemory.User, (nuint)value, default)
                : -Errno.EINVAL;
        }
        else if (TraceCharacter.EndsConversion(kind) || kind is (byte)'K' or (byte)'x')
        {
            error = Copy(sizeof(long), sizeof(int)) ? 0 : -Errno.ENOSPC;
            var hasWidth = conversion.Width > 0;
            if (error == 0)
            {
                AppendNumber(
                    value,
                    0,
                    (byte)'x',
                    hasWidth ? conversion.Width : 2 * sizeof(long),
                    conversion.HasZeroes || !hasWidth,
                    conversion.IsLeft);
            }
        }
        else if (kind is (byte)'s' or (byte)'S' or (byte)'B')
        {
            error = ConvertSymbol(value, kind == 'B' ? default : conversion, kind == 'B');
        }
        else if (kind is (byte)'i' or (byte)'I' && At(2) is (byte)'4' or (byte)'6')
        {
            error = ConvertNetworkAddress((nuint)value, isShort: kind == 'i', At(2) == '4' ? IPv4Length : IPv6Length);
        }
        else
        {
            return -Errno.EINVAL;
        }

        // A pointer takes all the letters and digits that follow it, whatever they are.
        while (TraceCharacter.IsLetterOrDigit(At(1)))
            _position++;
        return error;
    }

    private int ConvertString(ForeignMemory memory, nuint address, TraceConversion conversion)
    {
        if (_copied >= MaxCopied)
            return -Errno.ENOSPC;
        Span<byte> text = stackalloc byte[MaxCopied];
        text = text[..(MaxCopied - _copied)];
        var length = memory.ReadString(address, text);
        _copied += Math.Max(length, 1);
        AppendPadded(text[..Math.Max(length - 1, 0)], conversion);
        return 0;
    }

    private int ConvertSymbol(ulong address, TraceConversion conversion, bool isFormattedBefore)
    {
        Span<byte> text = stackalloc byte[MaxDigits];
        "0x"u8.CopyTo(text);
        Utf8Formatter.TryFormat(address, text[2..], out var digits, 'x');
        text = text[..(digits + 2)];
        if (!(isFormattedBefore ? Copy(text.Length + 1, alignment: 1) : Copy(sizeof(long), sizeof(int))))
            return -Errno.ENOSPC;
        AppendPadded(text, conversion);
        return 0;
    }

    private int ConvertNetworkAddress(nuint address, bool isShort, int size)
    {
        if (MaxCopied - _copied < size)
            return -Errno.ENOSPC;
        Span<byte> bytes = stackalloc byte[IPv6Length];
        bytes = bytes[..size];
        if (ForeignMemory.User.Read(address, bytes) != 0)
            bytes.Clear();
        var before = _length;
        for (var i = 0; i < size; i++)
        {
            if (size == IPv4Length)
            {
                if (i > 0)
                    Append((byte)'.');
                AppendNumber(bytes[i], 0, (byte)'u', isShort ? 3 : 0, hasZeroes: true, isLeft: false);
            }
            else
            {
                if (i > 0 && i % 2 == 0 && !isShort)
                    Append((byte)':');
                AppendNumber(bytes[i], 0, (byte)'x', 2, hasZeroes: true, isLeft: false);
            }
        }

        _copied += _length - before + 1;
        return 0;
    }

    /// <summary>Takes place in the buffer that the kernel copies arguments to.</summary>
    private bool Copy(int size, int alignment)
    {
        var start = (_copied + alignment - 1) / alignment * alignment;
        if (MaxCopied - start < size)
            return false;
        _copied = start + size;
        return true;
    }

    private void AppendNumber(ulong value, byte sign, byte letter, int width, bool hasZeroes, bool isLeft)
    {
        Span<byte> digits = stackalloc byte[MaxDigits];
        value.TryFormat(
            digits, out var count, letter switch { (byte)'x' => "x", (byte)'X' => "X", _ => "D" }, CultureInfo.InvariantCulture);
        var padding = width - count - (sign != 0 ? 1 : 0);
        if (!isLeft && !hasZeroes)
            AppendRepeated((byte)' ', padding);
        if (sign != 0)
            Append(sign);
        if (!isLeft && hasZeroes)
            AppendRepeated((byte)'0', padding);
        Append(digits[..count]);
        if (isLeft)
            AppendRepeated((byte)' ', padding);
    }

    private void AppendPadded(scoped ReadOnlySpan<byte> text, TraceConversion conversion)
    {
        if (!conversion.IsLeft)
            AppendRepeated((byte)' ', conversion.Width - text.Length);
        Append(text);
        if (conversion.IsLeft)
            AppendRepeated((byte)' ', conversion.Width - text.Length);
    }

    private void AppendRepeated(byte character, int count)
    {
        for (; count > 0; count--)
            Append(character);
    }

    private void Append(scoped ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
            Append(character);
    }

    private void Append(byte character)
    {
        if (_length < _line.Length)
            _line[_length] = character;
        _length++;
    }
}
