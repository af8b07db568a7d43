using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>The variables of an object, by the names that they have in its type information. The memory is the kernel's own.</summary>
public sealed unsafe class KernelVariables : IReadOnlyCollection<KernelVariable>
{
    private const uint SectionKind = 15;
    private const string ReadOnly = ".rodata";

    private static readonly string[] Sections = [".data", ".bss", ReadOnly];

    private readonly KernelObject _object;
    private readonly Dictionary<string, KernelVariable> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (nint Start, nuint Length)> _mappings = new(StringComparer.Ordinal);

    internal KernelVariables(KernelObject @object, nint types)
    {
        _object = @object;
        if (types == 0)
            return;
        foreach (var variable in Sections.SelectMany(section => Read(types, section)))
            _variables[variable.Name] = variable;
    }

    /// <summary>How many there are.</summary>
    public int Count => _variables.Count;

    /// <summary>Whether there is a variable of a name. One that no program uses is not in the object.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _variables.ContainsKey(name);

    /// <summary>The variables.</summary>
    public IEnumerator<KernelVariable> GetEnumerator() => _variables.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A variable, in the kernel's memory.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The variable; the reference must not be used once the object is disposed of.</returns>
    /// <exception cref="KeyNotFoundException">The object has no such variable.</exception>
    /// <exception cref="ArgumentException">It has another size than the type.</exception>
    /// <exception cref="InvalidOperationException">It is one that programs only read: <see cref="Read{T}(string)"/> it.</exception>
    public ref T Get<T>(string name)
        where T : unmanaged
    {
        var variable = Find<T>(name);
        if (variable.Section == ReadOnly && _object.IsLoaded)
            throw new InvalidOperationException($"The variable `{name}` is read only, since the object is loaded. Set it by `Initialize`.");
        return ref Unsafe.AsRef<T>(Start(variable.Section) + variable.Offset);
    }

    /// <summary>The value of a variable.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The variable; the reference must not be used once the object is disposed of.</returns>
    /// <exception cref="KeyNotFoundException">The object has no such variable.</exception>
    /// <exception cref="ArgumentException">It has another size than the type.</exception>
    public ref readonly T Read<T>(string name)
        where T : unmanaged
    {
        var variable = Find<T>(name);
        return ref Unsafe.AsRef<T>(Start(variable.Section) + variable.Offset);
    }

    /// <summary>Sets a variable where the object has it: one that no program uses, it has not.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It has another size than the type.</exception>
    /// <exception cref="InvalidOperationException">It is one that programs only read, and the object is loaded.</exception>
    public void Set<T>(string name, in T value)
        where T : unmanaged
    {
        if (Contains(name))
            Get<T>(name) = value;
    }

    internal void Dispose()
    {
        foreach (var (start, length) in _mappings.Values)
            _ = LibC.Unmap(start, length);
        _mappings.Clear();
    }

    private static IEnumerable<KernelVariable> Read(nint types, string section)
    {
        var variables = new List<KernelVariable>();
        var name = Encoding.UTF8.GetBytes(section + '\0');
        int id;
        fixed (byte* start = name)
            id = LibBpf.FindType(types, start, SectionKind);
        if (id < 0)
            return variables;

        // A type is its name, its kind and number of members, its size; behind that each member of a section is a type, an offset, a size.
        var type = LibBpf.TypeById(types, (uint)id);
        var count = (int)(type[1] & 0xffff);
        for (var i = 0; i < count; i++)
        {
            var member = type + 3 + (3 * i);
            var text = Marshal.PtrToStringUTF8((nint)LibBpf.NameByOffset(types, *LibBpf.TypeById(types, member[0])))!;
            variables.Add(new KernelVariable(text, section, (int)member[2]) { Offset = (int)member[1] });
        }

        return variables;
    }

    private KernelVariable Find<T>(string name)
        where T : unmanaged
    {
        _object.ThrowIfDisposed();
        if (!_variables.TryGetValue(name, out var variable))
            throw new KeyNotFoundException($"The object has no variable `{name}`: no program of it uses one of that name.");
        return variable.Size == Unsafe.SizeOf<T>()
            ? variable
            : throw new ArgumentException(
                $"The variable `{name}` has {variable.Size} bytes, {typeof(T).Name} has {Unsafe.SizeOf<T>()}. "
                + "Use the type that the program uses.");
    }

    private byte* Start(string section)
    {
        if (_mappings.TryGetValue(section, out var known))
            return (byte*)known.Start;
        var map = _object.Maps.First(map => map.IsSection(section));
        if (!_object.IsLoaded)
            return map.InitialValue;
        var length = (nuint)map.ValueSize;
        var start = LibC.Map(
            0, length, section == ReadOnly ? LibC.ProtRead : LibC.ProtReadWrite, LibC.MapShared, map.Descriptor, 0);
        if (start == LibC.Failed)
        {
            throw LoadFailure.Of(
                Marshal.GetLastPInvokeError(),
                $"The variables of {section} cannot be reached, as where one of them is a lock or keeps an object");
        }

        _mappings[section] = (start, length);
        return (byte*)start;
    }
}
