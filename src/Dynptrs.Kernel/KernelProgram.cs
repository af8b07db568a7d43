using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A program in the kernel.</summary>
public sealed unsafe class KernelProgram
{
    // A program may make a packet longer, or shorter.
    private const int RoomToGrow = 4096;

    private readonly KernelObject _object;

    internal KernelProgram(KernelObject @object, nint handle)
    {
        _object = @object;
        Handle = handle;
        Name = Marshal.PtrToStringUTF8((nint)LibBpf.ProgramName(handle))!;
        Section = Marshal.PtrToStringUTF8((nint)LibBpf.ProgramSection(handle))!;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The section.</summary>
    public string Section { get; }

    internal nint Handle { get; }

    /// <summary>Runs the program once on a packet, or without one.</summary>
    /// <param name="packet">The packet; empty for a program that is given none.</param>
    /// <exception cref="BpfLoadException">The kernel cannot run programs of its type in this way, or not on such a packet.</exception>
    public KernelTestRun TestRun(ReadOnlySpan<byte> packet = default)
    {
        _object.ThrowIfDisposed();
        var output = new byte[packet.IsEmpty ? 0 : packet.Length + RoomToGrow];
        fixed (byte* input = packet)
        fixed (byte* result = output)
        {
            var arguments = new TestRunArguments
            {
                Size = (nuint)sizeof(TestRunArguments),
                Input = input,
                InputSize = (uint)packet.Length,
                Output = result,
                OutputSize = (uint)output.Length,
                Repeat = packet.IsEmpty ? 0 : 1,
            };
            var error = LibBpf.TestRun(LibBpf.ProgramDescriptor(Handle), &arguments);
            var length = (int)Math.Min(arguments.OutputSize, (uint)output.Length);
            return error == 0
                ? new KernelTestRun((int)arguments.ReturnValue, output.AsMemory(0, length))
                : throw BpfLoadException.Of(-error, $"The program `{Name}` cannot be run on the packet");
        }
    }

    /// <summary>Attaches the program where its section says.</summary>
    /// <exception cref="BpfLoadException">It cannot be attached: its section names no place, or the place is not there.</exception>
    public KernelLink Attach()
    {
        _object.ThrowIfDisposed();
        var link = LibBpf.Attach(Handle);
        return link != 0
            ? new KernelLink(_object, link)
            : throw BpfLoadException.Of(Marshal.GetLastPInvokeError(), $"The program `{Name}` is not attached");
    }
}
