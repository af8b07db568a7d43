namespace Dynptrs;

/// <summary>Structs of the kernel's at any address.</summary>
public static partial class ProbeMemory
{
    /// <summary>
    /// The struct at an address, of which each field is copied where it is read, with a zero where that fails: what <c>BPF_CORE_READ</c>
    /// does, one step at a time.
    /// </summary>
    /// <typeparam name="T">
    /// A class with <see cref="KernelStructAttribute"/> that <see cref="KernelStructAttribute.IsProbed">is probed</see>.
    /// </typeparam>
    /// <param name="address">The address. It need not lead anywhere.</param>
    /// <returns>
    /// What the host has supplied there (<see cref="KernelMemory.Supply{T}"/>); an object with fields of zero where it has nothing.
    /// </returns>
    [return: SameAs(nameof(address))]
    public static T At<T>(nuint address)
        where T : class, new() =>
        KernelMemory.Find<T>(address);
}
