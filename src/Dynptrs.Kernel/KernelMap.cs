using System;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs.Kernel;

/// <summary>A map in the kernel: what it is. <see cref="As{TKey, TValue}"/> and its like give what is in it.</summary>
public sealed unsafe class KernelMap : IDisposable
{
    private readonly KernelObject? _object;
    private readonly nint _handle;
    private readonly SafeFileHandle? _file;

    internal KernelMap(KernelObject @object, nint handle)
    {
        _object = @object;
        _handle = handle;
        Name = Marshal.PtrToStringUTF8((nint)LibBpf.MapName(handle))!;
        Type = (KernelMapType)LibBpf.MapType(handle);
        KeySize = (int)LibBpf.KeySize(handle);
        ValueSize = (int)LibBpf.ValueSize(handle);
        MaxEntries = (int)LibBpf.MaxEntries(handle);
    }

    private KernelMap(SafeFileHandle file, MapInformation information)
    {
        _file = file;
        Name = information.NameText;
        Type = (KernelMapType)information.Type;
        KeySize = (int)information.KeySize;
        ValueSize = (int)information.ValueSize;
        MaxEntries = (int)information.MaxEntries;
    }

    /// <summary>The name; 15 characters of it where the map was opened by a path.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public KernelMapType Type { get; }

    /// <summary>The size of a key in bytes.</summary>
    public int KeySize { get; }

    /// <summary>The size of a value in bytes.</summary>
    public int ValueSize { get; }

    /// <summary>The number of entries with which it was made; the size in bytes of a ring buffer.</summary>
    public int MaxEntries { get; }

    /// <summary>Its descriptor, which is closed with its object.</summary>
    public int Descriptor
    {
        get
        {
            _object?.ThrowIfDisposed();
            ObjectDisposedException.ThrowIf(_file is { IsClosed: true }, this);
            return _file is null ? LibBpf.MapDescriptor(_handle) : (int)_file.DangerousGetHandle();
        }
    }

    internal byte* InitialValue
    {
        get
        {
            nuint size;
            return LibBpf.InitialValue(_handle, &size);
        }
    }

    /// <summary>Opens a map by the path that it is pinned to.</summary>
    /// <param name="path">A path in a BPF file system.</param>
    /// <returns>The map; dispose of it.</returns>
    /// <exception cref="BpfLoadException">There is no map, or it cannot be opened.</exception>
    public static KernelMap FromPinnedPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var descriptor = LibBpf.OpenPinned(path);
        if (descriptor < 0)
            throw LoadFailure.Of(-descriptor, $"No map is opened at {path}");
        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        var information = default(MapInformation);
        var size = (uint)sizeof(MapInformation);
        var error = LibBpf.GetInfo(descriptor, &information, &size);
        if (error == 0)
            return new KernelMap(file, information);
        file.Dispose();
        throw LoadFailure.Of(-error, $"No map is opened at {path}");
    }

    /// <summary>What is in the map: an array, a hash table, or what else has keys.</summary>
    /// <typeparam name="TKey">The type of the keys; <see cref="uint"/> for an array.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <exception cref="ArgumentException">The types have other sizes than those of the map, or it is per-CPU.</exception>
    public KernelMap<TKey, TValue> As<TKey, TValue>()
        where TKey : unmanaged
        where TValue : unmanaged => new(this);

    /// <summary>What is in the map for each processor.</summary>
    /// <typeparam name="TKey">The type of the keys; <see cref="uint"/> for an array.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <exception cref="ArgumentException">The types have other sizes than those of the map, or it is not per-CPU.</exception>
    public KernelPerCpuMap<TKey, TValue> AsPerCpu<TKey, TValue>()
        where TKey : unmanaged
        where TValue : unmanaged => new(this);

    /// <summary>The elements of a queue or a stack.</summary>
    /// <typeparam name="TValue">The type of the elements.</typeparam>
    /// <exception cref="ArgumentException">It is a map of another type, or the type has another size.</exception>
    public KernelQueue<TValue> AsQueue<TValue>()
        where TValue : unmanaged => new(this);

    /// <summary>The values of a bloom filter.</summary>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <exception cref="ArgumentException">It is a map of another type, or the type has another size.</exception>
    public KernelBloomFilter<TValue> AsBloomFilter<TValue>()
        where TValue : unmanaged => new(this);

    /// <summary>The programs that others go on with.</summary>
    /// <exception cref="ArgumentException">It is a map of another type.</exception>
    public KernelProgramArray AsProgramArray() => new(this);

    /// <summary>The ring buffer that programs write, to be read with a <see cref="RingBufReader"/>; dispose of it.</summary>
    /// <exception cref="System.IO.IOException">It is a map of another type.</exception>
    public KernelRingBuf OpenRingBuf() => KernelRingBuf.FromFileDescriptor(Descriptor);

    /// <summary>The ring buffer that programs drain, to be written with a <see cref="UserRingBufProducer"/>; dispose of it.</summary>
    /// <exception cref="System.IO.IOException">It is a map of another type.</exception>
    public KernelUserRingBuf OpenUserRingBuf() => KernelUserRingBuf.FromFileDescriptor(Descriptor);

    /// <summary>Keeps the map in the kernel for as long as a path is there.</summary>
    /// <param name="path">A path in a BPF file system, such as <c>/sys/fs/bpf/counts</c>. Delete the file to let go of the map.</param>
    /// <exception cref="BpfLoadException">It cannot be pinned: the path is taken, or in no BPF file system.</exception>
    public void Pin(string path) => Pins.Make(Descriptor, path);

    /// <summary>Closes a map that was opened by its path; one of an object is closed with that.</summary>
    public void Dispose() => _file?.Dispose();

    /// <summary>Whether the map holds the variables of a section: it is named after the object and that.</summary>
    internal bool IsSection(string section) =>
        LibBpf.IsInternal(_handle) && Name.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 && Name[dot..] == section;
}
