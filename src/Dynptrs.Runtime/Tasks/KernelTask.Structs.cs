using System;

namespace Dynptrs;

/// <summary>The fields of a task that programs declare.</summary>
public sealed partial class KernelTask
{
    private readonly SuppliedStructs _structs = new();

    /// <summary>The task under a type that declares the fields which a program wants.</summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/> for <c>task_struct</c>.</typeparam>
    /// <returns>What the host has supplied.</returns>
    /// <exception cref="InvalidOperationException">The host has supplied none of this type (<see cref="Supply{T}"/>).</exception>
    [return: SameAs("this")]
    public T As<T>()
        where T : class =>
        _structs.Get<T>($"the task {Id}");

    /// <summary>What was supplied for the task that runs, where that has the address.</summary>
    internal static T? FindAt<T>(nuint address)
        where T : class =>
        address == (nuint)CurrentAddress ? Current._structs.Find<T>() : null;

    /// <summary>Supplies the fields that programs read of the task, as the host.</summary>
    /// <typeparam name="T">A class with <see cref="KernelStructAttribute"/> for <c>task_struct</c>.</typeparam>
    /// <param name="fields">The fields. They take the place of others of the type.</param>
    public void Supply<T>(T fields)
        where T : class =>
        _structs.Set(fields);
}
