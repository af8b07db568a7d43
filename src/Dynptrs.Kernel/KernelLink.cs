using System;
using Dynptrs.Kernel.Interop;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs.Kernel;

/// <summary>A program where it is attached, until this or its object is disposed of, or the process ends.</summary>
public sealed class KernelLink : IDisposable
{
    private readonly KernelObject _object;
    private readonly SafeFileHandle? _file;
    private nint _handle;

    internal KernelLink(KernelObject @object, nint handle)
    {
        _object = @object;
        _handle = handle;
        @object.Add(this);
    }

    internal KernelLink(KernelObject @object, SafeFileHandle file)
    {
        _object = @object;
        _file = file;
        @object.Add(this);
    }

    /// <summary>Keeps the program attached for as long as a path is there, after this process, too.</summary>
    /// <param name="path">A path in a BPF file system, such as <c>/sys/fs/bpf/filter</c>. Delete the file to detach the program.</param>
    /// <exception cref="BpfLoadException">It cannot be pinned: the path is taken, or in no BPF file system.</exception>
    /// <exception cref="ObjectDisposedException">The program is detached.</exception>
    public void Pin(string path)
    {
        ObjectDisposedException.ThrowIf(_handle == 0 && _file is null or { IsClosed: true }, this);
        Pins.Make(_file is null ? LibBpf.LinkDescriptor(_handle) : (int)_file.DangerousGetHandle(), path);
    }

    /// <summary>Detaches the program.</summary>
    public void Dispose()
    {
        _object.Remove(this);
        _file?.Dispose();
        if (_handle != 0)
            _ = LibBpf.DestroyLink(_handle);
        _handle = 0;
    }
}
