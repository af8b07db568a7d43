using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;

namespace Dynptrs.Kernel;

/// <summary>
/// Programs and maps in the kernel. They stay there until this is disposed of, or for as long as something else holds them.
/// </summary>
public sealed unsafe class KernelObject : IDisposable
{
    private readonly List<KernelLink> _links = [];
    private nint _handle;

    private KernelObject(nint handle)
    {
        _handle = handle;
        Programs = [.. Enumerate(handle, LibBpf.NextProgram).Select(program => new KernelProgram(this, program))];
        Maps = [.. Enumerate(handle, LibBpf.NextMap).Select(map => new KernelMap(this, map))];
    }

    /// <summary>The programs, in the order of the object.</summary>
    public ImmutableArray<KernelProgram> Programs { get; }

    /// <summary>The maps, in the order of the object; those that hold its variables included.</summary>
    public ImmutableArray<KernelMap> Maps { get; }

    /// <summary>Loads an object.</summary>
    /// <param name="content">The content of the file that the compiler made.</param>
    /// <param name="loadsAll">Whether programs are loaded, too, whose sections begin with a question mark: they are not by themselves.</param>
    /// <exception cref="BpfVerifierException">The kernel refuses a program.</exception>
    /// <exception cref="BpfLoadException">It cannot be loaded for another reason.</exception>
    public static KernelObject Load(ReadOnlySpan<byte> content, bool loadsAll = false)
    {
        // A log takes time, so that one is asked for only where a program is refused.
        var loaded = TryLoad(content, loadsAll, out var error);
        return loaded ?? throw Explain(content, error);
    }

    /// <summary>Loads an object, or says the error with which that failed.</summary>
    internal static KernelObject? TryLoad(ReadOnlySpan<byte> content, bool loadsAll, out int error)
    {
        var loaded = Open(content);
        foreach (var program in loaded.Programs)
        {
            if (loadsAll)
                _ = LibBpf.SetAutoload(program.Handle, isLoaded: true);
        }

        error = -LibBpf.Load(loaded._handle);
        if (error == 0)
            return loaded;
        loaded.Dispose();
        return null;
    }

    /// <summary>A program by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">The object has no such program.</exception>
    public KernelProgram Program(string name) =>
        Programs.FirstOrDefault(program => program.Name == name) ?? throw new KeyNotFoundException($"The object has no program `{name}`.");

    /// <summary>A map by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">The object has no such map.</exception>
    public KernelMap Map(string name) =>
        Maps.FirstOrDefault(map => map.Name == name) ?? throw new KeyNotFoundException($"The object has no map `{name}`.");

    /// <summary>Detaches what was attached through this, and gives everything back.</summary>
    public void Dispose()
    {
        foreach (var link in _links.ToArray())
            link.Dispose();
        if (_handle != 0)
            LibBpf.Close(_handle);
        _handle = 0;
    }

    internal void Add(KernelLink link) => _links.Add(link);

    internal void Remove(KernelLink link) => _links.Remove(link);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_handle == 0, this);

    private static KernelObject Open(ReadOnlySpan<byte> content)
    {
        try
        {
            LibBpf.SetPrint(0);
        }
        catch (DllNotFoundException exception)
        {
            throw new BpfLoadException(
                "libbpf is not installed: programs are loaded through `libbpf.so.1`. Install it, on Debian the package `libbpf1`.",
                exception);
        }

        fixed (byte* start = content)
        {
            var handle = LibBpf.OpenMemory(start, (nuint)content.Length, 0);
            return handle != 0
                ? new KernelObject(handle)
                : throw BpfLoadException.Of(Marshal.GetLastPInvokeError(), "The object cannot be read");
        }
    }

    /// <summary>Loads again with room for a log, each program alone, to hear which one is refused and why.</summary>
    private static BpfLoadException Explain(ReadOnlySpan<byte> content, int error)
    {
        using var log = new VerifierLog();
        int count;
        using (var all = Open(content))
            count = all.Programs.Length;
        for (var i = 0; i < count; i++)
        {
            using var opened = Open(content);
            for (var j = 0; j < count; j++)
                _ = LibBpf.SetAutoload(opened.Programs[j].Handle, j == i);
            log.Attach(opened.Programs[i].Handle);
            var result = LibBpf.Load(opened._handle);
            if (result == 0)
                continue;
            var name = opened.Programs[i].Name;
            return log.Text.Length > 0
                ? new BpfVerifierException(name, log.Text)
                : BpfLoadException.Of(-result, $"The program `{name}` is not loaded");
        }

        return BpfLoadException.Of(error, "The object is not loaded");
    }

    private static IEnumerable<nint> Enumerate(nint handle, Func<nint, nint, nint> next)
    {
        for (var item = next(handle, 0); item != 0; item = next(handle, item))
            yield return item;
    }
}
