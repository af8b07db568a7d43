using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Dynptrs;

/// <summary>Objects of the kernel's by their addresses.</summary>
/// <remarks>
/// In process there are the objects that the host has supplied, at addresses of their own. Anywhere else there are zeros, as the kernel
/// reads them where nothing can be read.
/// </remarks>
public static class KernelMemory
{
    // Of the kernel's half: nothing of this process lies there.
    private const ulong First = 0xffff_8880_0000_0000;
    private const ulong Distance = 4096;

    private static readonly ConcurrentDictionary<nuint, WeakReference<object>> ByAddress = new();
    private static readonly ConditionalWeakTable<object, StrongBox<nuint>> Addresses = [];
    private static ulong _count;

    /// <summary>
    /// Takes what lies at an address for an object, of which fields may be read wherever it leads. Nothing is known of it, so that it is
    /// given to nothing that takes trusted objects.
    /// </summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/>.</typeparam>
    /// <param name="address">The address.</param>
    /// <returns>What the host has supplied there (<see cref="Supply{T}"/>); an object with fields of zero where it has nothing.</returns>
    [BpfHelper("bpf_rdonly_cast", Arguments = ["address", "typeof return"], Since = "6.2", GplOnly = true,
        Summary = "Takes what lies at an address for an object of the kernel's, of which fields may be read.")]
    [return: Untrusted]
    public static T Cast<T>(nuint address)
        where T : class, new() =>
        Find<T>(address);

    /// <summary>Gives an object an address that programs may follow, as the host.</summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/>.</typeparam>
    /// <param name="fields">The object.</param>
    /// <returns>The address, the same each time. It leads to the object for as long as that is kept.</returns>
    public static nuint Supply<T>(T fields)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(fields);
        var address = Addresses.GetValue(
            fields, static _ => new StrongBox<nuint>((nuint)(First + (Distance * Interlocked.Increment(ref _count))))).Value;
        ByAddress[address] = new WeakReference<object>(fields);
        return address;
    }

    internal static T Find<T>(nuint address)
        where T : class, new()
    {
        if (ByAddress.TryGetValue(address, out var known) && known.TryGetTarget(out var fields))
            return fields as T ?? new T();
        return KernelTask.FindAt<T>(address) ?? new T();
    }
}
