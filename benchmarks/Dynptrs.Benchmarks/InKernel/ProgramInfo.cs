using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel;

namespace Dynptrs.Benchmarks.InKernel;

/// <summary>What the kernel says of a program: the beginning of <c>struct bpf_prog_info</c>.</summary>
[StructLayout(LayoutKind.Explicit, Size = 208)]
internal struct ProgramInfo
{
    private const int InstructionSize = 8;

    [FieldOffset(20)]
    private readonly uint _size;

    /// <summary>How long it ran in all, in nanoseconds, while the kernel counted.</summary>
    [FieldOffset(192)]
    public ulong RunTime;

    /// <summary>How often.</summary>
    [FieldOffset(200)]
    public ulong RunCount;

    /// <summary>Its instructions, once the kernel has verified it and put in what it adds.</summary>
    public readonly int Instructions => (int)_size / InstructionSize;

    /// <summary>Asks.</summary>
    public static ProgramInfo Of(KernelProgram program)
    {
        var info = default(ProgramInfo);
        var size = (uint)Marshal.SizeOf<ProgramInfo>();
        return GetInfo(program.Descriptor, ref info, ref size) == 0
            ? info
            : throw new InvalidOperationException($"The kernel says nothing of `{program.Name}`.");
    }

    /// <summary>Lets the kernel count the runs of all programs, until the result is closed.</summary>
    public static SafeHandle Count() => new Microsoft.Win32.SafeHandles.SafeFileHandle(EnableStatistics(0), ownsHandle: true);

    [DllImport("libbpf.so.1", EntryPoint = "bpf_obj_get_info_by_fd")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetInfo(int descriptor, ref ProgramInfo info, ref uint size);

    [DllImport("libbpf.so.1", EntryPoint = "bpf_enable_stats")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EnableStatistics(int type);
}
