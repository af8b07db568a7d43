using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Kernel.Interop;

/// <summary>
/// Room for what the kernel says of a program that it refuses. The log of a long program has hundreds of megabytes, for which libbpf makes
/// room by doubling, and has the program verified anew each time. The reason stands at the end, and the end is what the kernel keeps since
/// Linux 6.4; before, it keeps the beginning.
/// </summary>
internal sealed unsafe class ProgramLog : IDisposable
{
    /// <summary>The room in bytes. It takes no memory before the kernel writes to it.</summary>
    public const int Size = 4 << 20;

    /// <summary>Asks for all: libbpf asks first for nothing, then for that.</summary>
    public const uint Everything = 0;

    /// <summary>Asks for the numbers of the end, which come with the reason, and without the instructions.</summary>
    public const uint ReasonOnly = 4;

    private byte* _buffer = (byte*)NativeMemory.AllocZeroed(Size);

    /// <summary>What the kernel said, from the first whole line on.</summary>
    public string Text
    {
        get
        {
            var bytes = new ReadOnlySpan<byte>(_buffer, Size);
            var end = bytes.IndexOf((byte)0);
            bytes = bytes[..(end < 0 ? Size : end)];

            // What does not begin with a whole line has lost its beginning.
            var isWhole = bytes.Length < Size - 1;
            return Encoding.UTF8.GetString(isWhole ? bytes : bytes[(bytes.IndexOf((byte)'\n') + 1)..]);
        }
    }

    /// <summary>Gives it to a program. Only one that is refused writes there, and then nothing else is loaded.</summary>
    /// <param name="program">The program.</param>
    /// <param name="level">What is asked for.</param>
    public void GiveTo(nint program, uint level)
    {
        _ = LibBpf.SetLogBuffer(program, _buffer, Size);
        _ = LibBpf.SetLogLevel(program, level);
    }

    /// <summary>Frees the room, which programs must not be loaded with any more.</summary>
    public void Dispose()
    {
        NativeMemory.Free(_buffer);
        _buffer = null;
    }
}
