using System;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A program where it is attached, until this or its object is disposed of.</summary>
public sealed class KernelLink : IDisposable
{
    private readonly KernelObject _object;
    private nint _handle;

    internal KernelLink(KernelObject @object, nint handle)
    {
        _object = @object;
        _handle = handle;
        @object.Add(this);
    }

    /// <summary>Detaches the program.</summary>
    public void Dispose()
    {
        if (_handle == 0)
            return;
        _ = LibBpf.DestroyLink(_handle);
        _handle = 0;
        _object.Remove(this);
    }
}
