using System;
using System.Runtime.InteropServices;

namespace Dynptrs.Tests.RingBuffer.Kernel;

/// <summary>The bpf system call, as far as the tests need it.</summary>
internal static unsafe partial class BpfSystem
{
    private const int MapCreate = 0;
    private const int ProgramLoad = 5;
    private const int ProgramTestRun = 10;
    private const uint SocketFilter = 1;

    /// <summary>Makes a map, or skips the test where that is not allowed.</summary>
    public static int CreateMap(uint type, uint entries)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Only Linux has BPF.");
        var attributes = stackalloc uint[18];
        new Span<uint>(attributes, 18).Clear();
        (attributes[0], attributes[3]) = (type, entries);
        var map = Call(MapCreate, attributes, 72);
        if (map < 0)
            Assert.Skip($"The kernel does not let this process make a ring buffer: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
        return map;
    }

    /// <summary>Loads a program that puts one record of 8 bytes into a ring buffer, or skips the test where that is not allowed.</summary>
    public static int LoadOutput(int map, int value)
    {
        ulong[] instructions =
        [
            Instruction(0x18, 1, 1, 0, map), 0, // r1 = the map
            Instruction(0x7a, 10, 0, -8, value), // *(u64 *)(r10 - 8) = value
            Instruction(0xbf, 2, 10, 0, 0), // r2 = r10
            Instruction(0x07, 2, 0, 0, -8), // r2 += -8
            Instruction(0xb7, 3, 0, 0, 8), // r3 = 8
            Instruction(0xb7, 4, 0, 0, 0), // r4 = 0
            Instruction(0x85, 0, 0, 0, 130), // call bpf_ringbuf_output
            Instruction(0x95, 0, 0, 0, 0), // exit
        ];
        var license = "GPL\0"u8.ToArray();
        fixed (ulong* code = instructions)
        fixed (byte* text = license)
        {
            var attributes = stackalloc ulong[18];
            new Span<ulong>(attributes, 18).Clear();
            attributes[0] = SocketFilter | ((ulong)instructions.Length << 32);
            attributes[1] = (ulong)code;
            attributes[2] = (ulong)text;
            var program = Call(ProgramLoad, attributes, 144);
            if (program < 0)
                Assert.Skip($"The kernel does not let this process load a program: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");
            return program;
        }
    }

    /// <summary>Runs a program on an empty packet.</summary>
    /// <returns>What it returns.</returns>
    public static int Run(int program)
    {
        var packet = stackalloc byte[64];
        new Span<byte>(packet, 64).Clear();
        var attributes = stackalloc ulong[10];
        new Span<ulong>(attributes, 10).Clear();
        attributes[0] = (uint)program;
        attributes[1] = 64;
        attributes[2] = (ulong)packet;
        Assert.Equal(0, Call(ProgramTestRun, attributes, 80));
        return (int)(attributes[0] >> 32);
    }

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    private static ulong Instruction(byte code, int destination, int source, short offset, int value) =>
        code | ((ulong)(destination | (source << 4)) << 8) | ((ulong)(ushort)offset << 16) | ((ulong)(uint)value << 32);

    private static int Call(int command, void* attributes, int size) =>
        (int)SystemCall(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 321 : 280, command, (nint)attributes, size);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint command, nint attributes, nint size);
}
