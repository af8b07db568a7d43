using System;

namespace Dynptrs;

/// <summary>
/// Objects of the class are maps: a static field that holds one is a map where a program is emitted for the kernel. The last type argument is
/// the type of the values, the one before it that of the keys; keys without a type argument are 32-bit numbers.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KernelMapAttribute : Attribute
{
    /// <summary>Names the type of the map.</summary>
    /// <param name="type">The type without the prefix <c>BPF_MAP_TYPE_</c>, for example <c>"RINGBUF"</c>.</param>
    public KernelMapAttribute(string type) => Type = type;

    /// <summary>The type of the map, without the prefix <c>BPF_MAP_TYPE_</c>.</summary>
    public string Type { get; }

    /// <summary>Whether the map has keys; a queue has none.</summary>
    public bool HasKeys { get; set; } = true;

    /// <summary>The type of the keys, where no type argument is it.</summary>
    public Type? Key { get; set; }

    /// <summary>The type of the values, where no type argument is it.</summary>
    public Type? Value { get; set; }

    /// <summary>The flags that the kernel asks of each map of the type, beside those with which one is made.</summary>
    public MapFlags Flags { get; set; }

    /// <summary>Whether programs that may sleep cannot use it.</summary>
    /// <remarks>Follows <c>check_map_prog_compatibility</c>.</remarks>
    public bool ExceptSleepable { get; set; }
}
