using System;
using System.Collections.Generic;

namespace Dynptrs.Kernel;

/// <summary>An object in one of the worlds: what a generated skeleton builds upon.</summary>
/// <remarks>
/// In this process the variables and maps are those of the class; in the kernel the variables start with the values that those of the class
/// had when the object was opened, and the maps start empty.
/// </remarks>
public abstract class BpfInstance : IDisposable
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

    /// <summary>A map.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<uint, TValue> Map<TValue>(string name, ArrayMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null
            ? _kernel.Map(name).As<uint, TValue>()
            : new ProcessMap<uint, TValue>(
                inProcess,
                inProcess.MaxEntries,
                inProcess.TryGet,
                (key, value, flags) => inProcess.Update(in key, in value, flags),
                key => inProcess.Delete(in key));
    }

    /// <summary>A map.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<uint, IReadOnlyList<TValue>> Map<TValue>(string name, PerCpuArrayMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null
            ? _kernel.Map(name).AsPerCpu<uint, TValue>()
            : new ProcessMap<uint, IReadOnlyList<TValue>>(
                inProcess,
                inProcess.MaxEntries,
                inProcess.TryGet,
                (key, values, flags) => Update(inProcess, key, values, flags),
                key => inProcess.Delete(in key));
    }

    /// <summary>A map.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<TKey, TValue> Map<TKey, TValue>(string name, HashMap<TKey, TValue> inProcess)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null
            ? _kernel.Map(name).As<TKey, TValue>()
            : new ProcessMap<TKey, TValue>(
                inProcess,
                inProcess.MaxEntries,
                inProcess.TryGet,
                (key, value, flags) => inProcess.Update(in key, in value, flags),
                key => inProcess.Delete(in key));
    }

    /// <summary>A map.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<TKey, TValue> Map<TKey, TValue>(string name, LruHashMap<TKey, TValue> inProcess)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null
            ? _kernel.Map(name).As<TKey, TValue>()
            : new ProcessMap<TKey, TValue>(
                inProcess,
                inProcess.MaxEntries,
                inProcess.TryGet,
                (key, value, flags) => inProcess.Update(in key, in value, flags),
                key => inProcess.Delete(in key));
    }

    /// <summary>A reader of a ring buffer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The ring buffer of the class.</param>
    public RingBufReader Map(string name, RingBuf inProcess)
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is null ? new RingBufReader(inProcess) : Open(name, map => map.OpenRingBuf(), ring => new RingBufReader(ring));
    }

    /// <summary>A producer of a ring buffer that programs drain.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The ring buffer of the class.</param>
    public UserRingBufProducer Map(string name, UserRingBuf inProcess)
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is null
            ? new UserRingBufProducer(inProcess)
            : Open(name, map => map.OpenUserRingBuf(), ring => new UserRingBufProducer(ring));
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

    /// <summary>The map itself checks what is asked for, on this processor; then each gets its value.</summary>
    private static int Update<TValue>(PerCpuArrayMap<TValue> map, uint key, IReadOnlyList<TValue> values, ulong flags)
        where TValue : unmanaged
    {
        if (values.Count != CurrentCpu.Count)
            throw new ArgumentException($"There are {CurrentCpu.Count} processors, and {values.Count} values.", nameof(values));
        var error = map.Update(in key, values[0], flags);
        for (var cpu = 0; error == 0 && cpu < values.Count; cpu++)
            map[key, cpu] = values[cpu];
        return error;
    }

    /// <summary>A ring buffer is opened once: its reader knows how far it is.</summary>
    private TUser Open<TRing, TUser>(string name, Func<KernelMap, TRing> open, Func<TRing, TUser> use)
        where TRing : IDisposable
        where TUser : class
    {
        if (!_opened.TryGetValue(name, out var opened))
        {
            var ring = open(Kernel.Map(name));
            _opened[name] = opened = (ring, use(ring));
        }

        return (TUser)opened.User;
    }
}
