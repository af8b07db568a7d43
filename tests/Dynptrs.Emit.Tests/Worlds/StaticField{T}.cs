using System;
using System.Reflection;
using System.Runtime.InteropServices;
using Dynptrs.Kernel;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>A static field of a program, by its type.</summary>
internal sealed class StaticField<T>(FieldInfo field) : StaticField
    where T : unmanaged
{
    public override void CopyTo(KernelVariables variables, string name) => variables.Set(name, (T)field.GetValue(null)!);

    public override byte[] InProcess() => Bytes((T)field.GetValue(null)!);

    public override byte[] InKernel(KernelVariables variables, string name) => Bytes(variables.Read<T>(name));

    private static byte[] Bytes(T value) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}
