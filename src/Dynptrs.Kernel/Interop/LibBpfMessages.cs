using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Kernel.Interop;

/// <summary>What libbpf says while it works: its warnings.</summary>
internal sealed unsafe class LibBpfMessages : IDisposable
{
    private const int Warning = 0;

    [ThreadStatic]
    private static StringBuilder? _text;

    private readonly StringBuilder? _before;

    /// <summary>Listens to what this thread calls, until this is disposed of.</summary>
    /// <exception cref="DllNotFoundException">libbpf is not installed.</exception>
    public LibBpfMessages()
    {
        LibBpf.SetPrint((nint)(delegate* unmanaged[Cdecl]<int, byte*, nint, int>)&Print);
        _before = _text;
        _text = new StringBuilder();
    }

    /// <summary>What was said.</summary>
    public string Text => _text!.ToString();

    /// <summary>Stops listening.</summary>
    public void Dispose() => _text = _before;

    // A `va_list` is passed on, not read: it is a pointer to all systems that .NET and BPF have in common, or passed as one.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Print(int level, byte* format, nint arguments)
    {
        if (level != Warning || _text is null)
            return 0;
        byte* text = null;
        var length = LibC.Format(&text, format, arguments);
        if (length < 0)
            return 0;
        _text.Append(Encoding.UTF8.GetString(text, length));
        NativeMemory.Free(text);
        return length;
    }
}
