using System.Runtime.InteropServices;

namespace Dynptrs.Kernel.Interop;

/// <summary>
/// What <c>bpf_prog_test_run_opts</c> is given and gives back: <c>struct bpf_test_run_opts</c>, which begins with its size.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TestRunArguments
{
    public nuint Size;
    public byte* Input;
    public byte* Output;
    public uint InputSize;
    public uint OutputSize;
    public byte* ContextInput;
    public byte* ContextOutput;
    public uint ContextInputSize;
    public uint ContextOutputSize;
    public uint ReturnValue;
    public int Repeat;
    public uint Duration;
    public uint Flags;
    public uint Cpu;
    public uint BatchSize;
}
