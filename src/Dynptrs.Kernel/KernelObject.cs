using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>
/// Programs and maps in the kernel. They stay there until this is disposed of, or for as long as something else holds them: a path that
/// they are pinned to, another process.
/// </summary>
/// <remarks>One thread at a time may use this, and what it gives; maps and variables may be used by any number.</remarks>
public sealed unsafe class KernelObject : IDisposable
{
    private readonly List<KernelLink> _links = [];
    private nint _handle;

    private KernelObject(nint handle)
    {
        _handle = handle;
        Programs = [.. Enumerate(handle, LibBpf.NextProgram).Select(program => new KernelProgram(this, program))];
        Maps = [.. Enumerate(handle, LibBpf.NextMap).Select(map => new KernelMap(this, map))];
        Variables = new KernelVariables(this, LibBpf.ObjectTypes(handle));
    }

    /// <summary>The programs, in the order of the object.</summary>
    public ImmutableArray<KernelProgram> Programs { get; }

    /// <summary>The maps, in the order of the object; those that hold its variables included.</summary>
    public ImmutableArray<KernelMap> Maps { get; }

    /// <summary>The variables.</summary>
    public KernelVariables Variables { get; }

    internal bool IsLoaded { get; private set; }

    /// <summary>Loads an object.</summary>
    /// <param name="content">The content of the file that the compiler made.</param>
    /// <param name="options">How; as the object says, when it is left out.</param>
    /// <exception cref="BpfVerifierException">The kernel refuses a program.</exception>
    /// <exception cref="BpfLoadException">It cannot be loaded for another reason.</exception>
    public static KernelObject Load(ReadOnlySpan<byte> content, KernelLoadOptions? options = null)
    {
        options ??= new KernelLoadOptions();
        try
        {
            return Load(content, options, ProgramLog.Everything);
        }
        catch (BpfVerifierException exception) when (exception is { HasEnd: false, Log.Length: > ProgramLog.Size / 2 })
        {
            // Before Linux 6.4 a log without room lost its end, where the reason stands; it has room where that is asked for alone.
            return Load(content, options, ProgramLog.ReasonOnly);
        }
        catch (DllNotFoundException exception)
        {
            throw new BpfLoadException(LoadFailure.NoLibrary, exception);
        }
    }

    /// <summary>The content of an object that an assembly holds as a resource.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The full name of the class of the object.</param>
    /// <exception cref="BpfLoadException">The assembly has no such resource.</exception>
    public static byte[] ReadEmbedded(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var resource = $"Dynptrs.Objects.{name}";
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new BpfLoadException(
                $"The assembly {assembly.GetName().Name} has no resource `{resource}`, which would hold the object. Set "
                + "<BpfEmit>object</BpfEmit> in its project, or give the content of the object to `Load`.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
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
        Maps.FirstOrDefault(map => map.Name == name)
        ?? throw new KeyNotFoundException($"The object has no map `{name}`: no program of it uses one of that name.");

    /// <summary>Detaches what was attached through this, and gives everything back.</summary>
    public void Dispose()
    {
        foreach (var link in _links.ToArray())
            link.Dispose();
        Variables.Dispose();
        if (_handle != 0)
            LibBpf.Close(_handle);
        _handle = 0;
    }

    /// <summary>Loads an object.</summary>
    /// <param name="content">The content.</param>
    /// <param name="options">How.</param>
    /// <param name="level">What the kernel says of a program that it refuses.</param>
    internal static KernelObject Load(ReadOnlySpan<byte> content, KernelLoadOptions options, uint level)
    {
        using var messages = new LibBpfMessages();
        var opened = Open(content, options, messages);
        try
        {
            opened.Load(options, level, messages);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    internal void Add(KernelLink link) => _links.Add(link);

    internal void Remove(KernelLink link) => _links.Remove(link);

    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_handle == 0, this);

    private static KernelObject Open(ReadOnlySpan<byte> content, KernelLoadOptions options, LibBpfMessages messages)
    {
        var name = Marshal.StringToCoTaskMemUTF8(options.Name);
        try
        {
            fixed (byte* start = content)
            {
                var arguments = new OpenArguments { Size = (nuint)sizeof(OpenArguments), Name = (byte*)name };
                var handle = LibBpf.OpenMemory(start, (nuint)content.Length, &arguments);
                return handle != 0
                    ? new KernelObject(handle)
                    : throw LoadFailure.OfContent(Marshal.GetLastPInvokeError(), messages.Text);
            }
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    private void Load(KernelLoadOptions options, uint level, LibBpfMessages messages)
    {
        foreach (var program in Programs)
        {
            if (options.LoadsAll)
                _ = LibBpf.SetAutoload(program.Handle, isLoaded: true);
            if (LibBpf.IsLoaded(program.Handle) && program.Type == 0)
                throw LoadFailure.OfSection(program);
        }

        options.Initialize?.Invoke(Variables);
        using var log = new ProgramLog();
        foreach (var program in Programs)
            log.GiveTo(program.Handle, level);
        var error = -LibBpf.Load(_handle);
        if (error != 0)
            throw LoadFailure.OfLoad(error, messages.Text, log.Text);
        IsLoaded = true;
    }

    private static IEnumerable<nint> Enumerate(nint handle, Func<nint, nint, nint> next)
    {
        for (var item = next(handle, 0); item != 0; item = next(handle, item))
            yield return item;
    }
}
