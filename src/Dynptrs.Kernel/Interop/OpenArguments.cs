using System.Runtime.InteropServices;

namespace Dynptrs.Kernel.Interop;

/// <summary>
/// What <c>bpf_object__open_mem</c> is given: the beginning of <c>struct bpf_object_open_opts</c>, which begins with its size.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct OpenArguments
{
    public nuint Size;
    public byte* Name;
}
