using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A program in the kernel.</summary>
public sealed unsafe partial class KernelProgram
{
    private readonly KernelObject _object;

    internal KernelProgram(KernelObject @object, nint handle)
    {
        _object = @object;
        Handle = handle;
        Name = Marshal.PtrToStringUTF8((nint)LibBpf.ProgramName(handle))!;
        Section = Marshal.PtrToStringUTF8((nint)LibBpf.ProgramSection(handle))!;
        Type = LibBpf.ProgramType(handle) is not 0 and var type ? type : NewerSections.SetType(handle, Section);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The section.</summary>
    public string Section { get; }

    /// <summary>Its descriptor, which is closed with its object.</summary>
    /// <exception cref="InvalidOperationException">The program is not loaded: its section begins with a question mark.</exception>
    public int Descriptor
    {
        get
        {
            _object.ThrowIfDisposed();
            var descriptor = LibBpf.ProgramDescriptor(Handle);
            return descriptor >= 0
                ? descriptor
                : throw new InvalidOperationException(
                    $"The program `{Name}` is not loaded: its section \"{Section}\" begins with a question mark. Load with `LoadsAll`.");
        }
    }

    internal nint Handle { get; }

    internal int Type { get; }

    /// <summary>Keeps the program in the kernel for as long as a path is there.</summary>
    /// <param name="path">A path in a BPF file system, such as <c>/sys/fs/bpf/filter</c>. Delete the file to let go of the program.</param>
    /// <exception cref="BpfLoadException">It cannot be pinned: the path is taken, or in no BPF file system.</exception>
    public void Pin(string path) => Pins.Make(Descriptor, path);
}
