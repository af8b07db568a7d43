using System;

namespace Dynptrs;

/// <summary>The fields of a file that programs declare.</summary>
public sealed partial class KernelFile
{
    private readonly SuppliedStructs _structs = new();

    /// <summary>The file under a type that declares the fields which a program wants.</summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/> for <c>file</c>.</typeparam>
    /// <returns>What the host has supplied.</returns>
    /// <exception cref="InvalidOperationException">The host has supplied none of this type (<see cref="Supply{T}"/>).</exception>
    [return: SameAs("this")]
    public T As<T>()
        where T : class =>
        _structs.Get<T>("the file");

    /// <summary>Supplies the fields that programs read of the file, as the host.</summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/> for <c>file</c>.</typeparam>
    /// <param name="fields">The fields. They take the place of others of the type.</param>
    public void Supply<T>(T fields)
        where T : class =>
        _structs.Set(fields);
}
