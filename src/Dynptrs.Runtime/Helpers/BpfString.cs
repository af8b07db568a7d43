using System;

namespace Dynptrs;

/// <summary>The kernel's string functions.</summary>
public static class BpfString
{
    /// <summary>Compares bytes with a constant string, as <c>strncmp</c> does: up to the first NUL or the length of the bytes.</summary>
    /// <param name="left">The bytes, which need not contain a NUL.</param>
    /// <param name="right">The string; it ends at its first NUL or where the span ends.</param>
    /// <returns>Negative, 0 or positive as <paramref name="left"/> comes before, equals or comes after <paramref name="right"/>.</returns>
    [BpfHelper("bpf_strncmp", Id = 182, Since = "5.17", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Compares bytes with a constant string, as strncmp does.")]
    public static int Compare([MinimumSize(1)] scoped ReadOnlySpan<byte> left, [ConstantString] scoped ReadOnlySpan<byte> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var expected = i < right.Length ? right[i] : (byte)0;
            if (left[i] != expected)
                return left[i] < expected ? -1 : 1;
            if (expected == 0)
                break;
        }

        return 0;
    }
}
