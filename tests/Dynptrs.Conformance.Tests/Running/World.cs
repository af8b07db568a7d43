using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dynptrs.Interpreter.Values;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>The static fields of a compiled suite and the packet of a run: what the lowered program meets in their place.</summary>
internal sealed class World
{
    private readonly Dictionary<string, FieldInfo> _fields;
    private readonly Dictionary<string, MemoryRegion> _globals = [];

    /// <summary>Takes the globals as they are.</summary>
    public World(Type suite, byte[] packet, bool isPacketReadOnly)
    {
        _fields = SelfAndOuter(suite)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral)
            .ToDictionary(field => field.Name);
        foreach (var field in Globals)
            _globals[field.Name] = new MemoryRegion(ReadBytes(field));
        Packet = new MemoryRegion([.. packet]);
        IsPacketReadOnly = isPacketReadOnly;
    }

    public MemoryRegion Packet { get; }

    public bool IsPacketReadOnly { get; }

    /// <summary>The globals that differ from what the compiled suite holds now.</summary>
    public IEnumerable<string> Differences =>
        from global in Globals
        let actual = ReadBytes(global)
        where !actual.AsSpan().SequenceEqual(_globals[global.Name].Bytes)
        select $"{global.Name} is {Convert.ToHexString(actual)} in C#, {Convert.ToHexString(_globals[global.Name].Bytes)} when the lowered program has run";

    private IEnumerable<FieldInfo> Globals => _fields.Values.Where(candidate => candidate.FieldType.IsValueType);

    public MemoryRegion GetGlobal(string name, long size) =>
        _globals.TryGetValue(name, out var memory) && memory.Bytes.Length == size
            ? memory
            : throw new NoModelException($"the global {name} of {size} bytes");

    public int GetRingSize(string name) => ((RingBuf)_fields[name].GetValue(null)!).Size;

    /// <summary>The number of entries of an array map, or <see langword="null"/> for another map.</summary>
    public int? GetArraySize(string name)
    {
        var map = _fields[name].GetValue(null)!;
        return map.GetType().IsGenericType && map.GetType().GetGenericTypeDefinition() == typeof(ArrayMap<>)
            ? (int)map.GetType().GetProperty("MaxEntries")!.GetValue(map)!
            : null;
    }

    /// <summary>A class of programs, and the classes around it, whose fields the programs share.</summary>
    private static IEnumerable<Type> SelfAndOuter(Type suite)
    {
        for (var type = suite; type is not null; type = type.DeclaringType)
            yield return type;
    }

    private static byte[] ReadBytes(FieldInfo field) => (byte[])typeof(World)
        .GetMethod(nameof(ReadBytesOf), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(field.FieldType)
        .Invoke(null, [field.GetValue(null)!])!;

    private static byte[] ReadBytesOf<T>(object value)
        where T : unmanaged
    {
        ref var content = ref Unsafe.Unbox<T>(value);
        return MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in content)).ToArray();
    }
}
