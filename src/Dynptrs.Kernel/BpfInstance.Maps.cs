using System;
using System.Collections.Generic;

namespace Dynptrs.Kernel;

/// <summary>The maps, each by what the host uses it in both worlds.</summary>
public abstract partial class BpfInstance
{
    /// <summary>A map.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<uint, TValue> Map<TValue>(string name, ArrayMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return Keyed(
            name,
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
        return PerCpu<uint, TValue>(
            name,
            inProcess,
            inProcess.MaxEntries,
            inProcess.TryGet,
            (key, value, flags) => inProcess.Update(in key, in value, flags),
            (key, cpu, value) => inProcess[key, cpu] = value,
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
        return Keyed(
            name,
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
        return Keyed(
            name,
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
    public IBpfMap<TKey, TValue> Map<TKey, TValue>(string name, LpmTrieMap<TKey, TValue> inProcess)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return Keyed(
            name,
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
    public IBpfMap<TKey, IReadOnlyList<TValue>> Map<TKey, TValue>(string name, PerCpuHashMap<TKey, TValue> inProcess)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return PerCpu<TKey, TValue>(
            name,
            inProcess,
            inProcess.MaxEntries,
            inProcess.TryGet,
            (key, value, flags) => inProcess.Update(in key, in value, flags),
            (key, cpu, value) => inProcess[key, cpu] = value,
            key => inProcess.Delete(in key));
    }

    /// <summary>A map.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<TKey, IReadOnlyList<TValue>> Map<TKey, TValue>(string name, LruPerCpuHashMap<TKey, TValue> inProcess)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return PerCpu<TKey, TValue>(
            name,
            inProcess,
            inProcess.MaxEntries,
            inProcess.TryGet,
            (key, value, flags) => inProcess.Update(in key, in value, flags),
            (key, cpu, value) => inProcess[key, cpu] = value,
            key => inProcess.Delete(in key));
    }

    /// <summary>Where packets may go.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfMap<uint, uint> Map(string name, RedirectMap inProcess)
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return Keyed(
            name,
            inProcess,
            inProcess.MaxEntries,
            inProcess.TryGet,
            (key, value, flags) => inProcess.Update(in key, in value, flags),
            key => inProcess.Delete(in key));
    }

    /// <summary>A queue.</summary>
    /// <typeparam name="TValue">The type of the elements.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfQueue<TValue> Map<TValue>(string name, QueueMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return Queue<TValue>(
            name, inProcess.MaxEntries, (value, flags) => inProcess.Push(in value, flags), inProcess.Pop, inProcess.Peek);
    }

    /// <summary>A stack.</summary>
    /// <typeparam name="TValue">The type of the elements.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfQueue<TValue> Map<TValue>(string name, StackMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return Queue<TValue>(
            name, inProcess.MaxEntries, (value, flags) => inProcess.Push(in value, flags), inProcess.Pop, inProcess.Peek);
    }

    /// <summary>A bloom filter.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfBloomFilter<TValue> Map<TValue>(string name, BloomFilterMap<TValue> inProcess)
        where TValue : unmanaged
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null ? _kernel.Map(name).AsBloomFilter<TValue>() : new ProcessBloomFilter<TValue>(inProcess);
    }

    /// <summary>The programs that others go on with.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="inProcess">The map of the class.</param>
    public IBpfProgramArray Map(string name, ProgramArrayMap inProcess)
    {
        ArgumentNullException.ThrowIfNull(inProcess);
        return _kernel is not null ? _kernel.Map(name).AsProgramArray() : new ProcessProgramArray(inProcess);
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

    private IBpfMap<TKey, TValue> Keyed<TKey, TValue>(
        string name,
        IEnumerable<KeyValuePair<TKey, TValue>> entries,
        int maxEntries,
        ProcessMap<TKey, TValue>.Lookup tryGet,
        Func<TKey, TValue, ulong, int> update,
        Func<TKey, int> delete)
        where TKey : unmanaged
        where TValue : unmanaged =>
        _kernel is not null
            ? _kernel.Map(name).As<TKey, TValue>()
            : new ProcessMap<TKey, TValue>(entries, maxEntries, tryGet, update, delete);

    private IBpfMap<TKey, IReadOnlyList<TValue>> PerCpu<TKey, TValue>(
        string name,
        IEnumerable<KeyValuePair<TKey, IReadOnlyList<TValue>>> entries,
        int maxEntries,
        ProcessMap<TKey, IReadOnlyList<TValue>>.Lookup tryGet,
        Func<TKey, TValue, ulong, int> update,
        Action<TKey, int, TValue> set,
        Func<TKey, int> delete)
        where TKey : unmanaged
        where TValue : unmanaged =>
        _kernel is not null
            ? _kernel.Map(name).AsPerCpu<TKey, TValue>()
            : new ProcessMap<TKey, IReadOnlyList<TValue>>(
                entries,
                maxEntries,
                tryGet,
                (key, values, flags) => UpdateAll(values, value => update(key, value, flags), (cpu, value) => set(key, cpu, value)),
                delete);

    private IBpfQueue<TValue> Queue<TValue>(
        string name,
        int maxEntries,
        Func<TValue, ulong, int> push,
        ProcessQueue<TValue>.Get pop,
        ProcessQueue<TValue>.Get peek)
        where TValue : unmanaged =>
        _kernel is not null ? _kernel.Map(name).AsQueue<TValue>() : new ProcessQueue<TValue>(maxEntries, push, pop, peek);

    /// <summary>The map itself checks what is asked for, on this processor; then each gets its value.</summary>
    private static int UpdateAll<TValue>(IReadOnlyList<TValue> values, Func<TValue, int> update, Action<int, TValue> set)
    {
        if (values.Count != CurrentCpu.Count)
            throw new ArgumentException($"There are {CurrentCpu.Count} processors, and {values.Count} values.", nameof(values));
        var error = update(values[0]);
        for (var cpu = 0; error == 0 && cpu < values.Count; cpu++)
            set(cpu, values[cpu]);
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
