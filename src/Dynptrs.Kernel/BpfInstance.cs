using System;
using System.Collections.Generic;

namespace Dynptrs.Kernel;

/// <summary>An object in one of the worlds: what a generated skeleton builds upon.</summary>
/// <remarks>
/// In this process the variables and maps are those of the class; in the kernel the variables start with the values that those of the class
/// had when the object was opened, and the maps start empty.
/// </remarks>
public abstract partial class BpfInstance : IDisposable
{
    private readonly KernelObject? _kernel;
    private readonly Dictionary<string, (IDisposable Ring, object User)> _opened = [];

    /// <summary>Makes an object.</summary>
    /// <param name="kernel">The object in the kernel, disposed of with this; <see langword="null"/> for one in this process.</param>
    protected BpfInstance(KernelObject? kernel) => _kernel = kernel;

    /// <summary>The world.</summary>
    public BpfWorld World => _kernel is null ? BpfWorld.Process : BpfWorld.Kernel;

    /// <summary>The object in the kernel.</summary>
    /// <exception cref="InvalidOperationException">The object is in this process.</exception>
    public KernelObject Kernel => _kernel
        ?? throw new InvalidOperationException("The object is in this process: only what is in the kernel has that. Open it there.");

    /// <summary>A program.</summary>
    /// <param name="program">The program.</param>
    public BpfProgramInstance Program(BpfProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new BpfProgramInstance(program, _kernel?.Program(program.Name));
    }

    /// <summary>A variable.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The variable of the class.</param>
    /// <returns>The variable; the reference must not be used once this is disposed of.</returns>
    public ref T Variable<T>(string name, ref T inProcess)
        where T : unmanaged
    {
        if (_kernel is null)
            return ref inProcess;
        return ref _kernel.Variables.Get<T>(name);
    }

    /// <summary>A variable that programs only read.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The variable of the class.</param>
    /// <returns>The variable; the reference must not be used once this is disposed of.</returns>
    public ref readonly T Constant<T>(string name, ref readonly T inProcess)
        where T : unmanaged
    {
        // A number that its declaration gives is a constant of the programs, so that the kernel has no variable for it.
        if (_kernel is null || !_kernel.Variables.Contains(name))
            return ref inProcess;
        return ref _kernel.Variables.Read<T>(name);
    }

    /// <summary>Detaches what was attached through this, and gives everything back that is in the kernel.</summary>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what this holds.</summary>
    /// <param name="isDisposing">Whether this is disposed of.</param>
    protected virtual void Dispose(bool isDisposing)
    {
        if (!isDisposing)
            return;
        foreach (var (ring, _) in _opened.Values)
            ring.Dispose();
        _opened.Clear();
        _kernel?.Dispose();
    }
}
