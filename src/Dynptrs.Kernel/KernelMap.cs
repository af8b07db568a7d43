using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>A map in the kernel.</summary>
public sealed unsafe class KernelMap
{
    private const int NotFound = 2;

    private readonly KernelObject _object;
    private readonly nint _handle;

    internal KernelMap(KernelObject @object, nint handle)
    {
        _object = @object;
        _handle = handle;
        Name = Marshal.PtrToStringUTF8((nint)LibBpf.MapName(handle))!;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The size of a key in bytes.</summary>
    public int KeySize => (int)LibBpf.KeySize(_handle);

    /// <summary>The size of a value in bytes.</summary>
    public int ValueSize => (int)LibBpf.ValueSize(_handle);

    /// <summary>The number of entries with which it was made.</summary>
    public int MaxEntries => (int)LibBpf.MaxEntries(_handle);

    /// <summary>Its descriptor, which is closed with its object.</summary>
    public int Descriptor
    {
        get
        {
            _object.ThrowIfDisposed();
            return LibBpf.MapDescriptor(_handle);
        }
    }

    /// <summary>Copies the value of a key.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or zeroes.</param>
    /// <returns>Whether the key is there.</returns>
    /// <exception cref="ArgumentException">The types have other sizes than those of the map.</exception>
    /// <exception cref="BpfLoadException">The kernel refuses.</exception>
    public bool TryGet<TKey, TValue>(TKey key, out TValue value)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        Check<TKey>(KeySize, "keys");
        Check<TValue>(ValueSize, "values");
        value = default;
        int error;
        fixed (TValue* found = &value)
            error = LibBpf.Lookup(Descriptor, &key, found);
        return error == 0 || (-error == NotFound ? false : throw BpfLoadException.Of(-error, $"The map `{Name}` is not read"));
    }

    /// <summary>Stores the value of a key.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The types have other sizes than those of the map.</exception>
    /// <exception cref="BpfLoadException">The kernel refuses: the map is full, or may not be written.</exception>
    public void Set<TKey, TValue>(TKey key, TValue value)
        where TKey : unmanaged
        where TValue : unmanaged
    {
        Check<TKey>(KeySize, "keys");
        Check<TValue>(ValueSize, "values");
        var error = LibBpf.Update(Descriptor, &key, &value, 0);
        if (error != 0)
            throw BpfLoadException.Of(-error, $"The map `{Name}` is not written");
    }

    /// <summary>Removes a key.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>Whether the key was there.</returns>
    /// <exception cref="BpfLoadException">The kernel refuses.</exception>
    public bool Remove<TKey>(TKey key)
        where TKey : unmanaged
    {
        Check<TKey>(KeySize, "keys");
        var error = LibBpf.Delete(Descriptor, &key);
        return error == 0 || (-error == NotFound ? false : throw BpfLoadException.Of(-error, $"The map `{Name}` is not written"));
    }

    private void Check<T>(int size, string what)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() != size)
        {
            throw new ArgumentException(
                $"The {what} of the map `{Name}` have {size} bytes, those of {typeof(T).Name} have {Unsafe.SizeOf<T>()}. "
                + "Use the type that the program uses.");
        }
    }
}
