using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs.Kernel.Interop;

/// <summary>What the kernel is asked without libbpf, whose older versions lack it.</summary>
internal static unsafe class KernelCalls
{
    private const int LoadProgramCommand = 5;
    private const int CreateLinkCommand = 28;
    private const uint SocketFilter = 1;

    // Returns 0.
    private static ReadOnlySpan<ulong> SmallestProgram => [0xb7, 0x95];

    private static readonly nint Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 321,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 280,
        Architecture.Arm => 386,
        Architecture.X86 => 357,
        Architecture.S390x => 351,
        Architecture.Ppc64le => 361,
        var other => throw new PlatformNotSupportedException($"The system call `bpf` has no known number on {other}."),
    };

    /// <summary>Attaches a program.</summary>
    /// <returns>The link, or <see langword="null"/>, and then the error.</returns>
    public static SafeFileHandle? CreateLink(LinkArguments arguments, out int error)
    {
        var link = LibC.SystemCall(Number, CreateLinkCommand, &arguments, sizeof(LinkArguments));
        error = link < 0 ? Marshal.GetLastPInvokeError() : 0;
        return link < 0 ? null : new SafeFileHandle(link, ownsHandle: true);
    }

    /// <summary>Loads a program that needs as few rights as any, to see whether one may be loaded.</summary>
    /// <returns>The program, or <see langword="null"/>, and then the error.</returns>
    public static SafeFileHandle? LoadSmallestProgram(out int error)
    {
        fixed (ulong* instructions = SmallestProgram)
        fixed (byte* license = "GPL\0"u8)
        {
            var arguments = stackalloc ulong[6];
            new Span<ulong>(arguments, 6).Clear();
            arguments[0] = SocketFilter | ((ulong)SmallestProgram.Length << 32);
            arguments[1] = (ulong)instructions;
            arguments[2] = (ulong)license;
            var program = LibC.SystemCall(Number, LoadProgramCommand, arguments, 6 * sizeof(ulong));
            error = program < 0 ? Marshal.GetLastPInvokeError() : 0;
            return program < 0 ? null : new SafeFileHandle(program, ownsHandle: true);
        }
    }
}
