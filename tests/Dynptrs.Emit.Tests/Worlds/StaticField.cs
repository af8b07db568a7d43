using System;
using System.Reflection;
using Dynptrs.Kernel;

namespace Dynptrs.Emit.Tests.Worlds;

/// <summary>A static field of a program, and the variable that it is in the kernel.</summary>
internal abstract class StaticField
{
    /// <summary>Takes a field of an unmanaged type, else <see langword="null"/>.</summary>
    public static StaticField? Of(FieldInfo field)
    {
        try
        {
            return (StaticField)Activator.CreateInstance(typeof(StaticField<>).MakeGenericType(field.FieldType), field)!;
        }
        catch (ArgumentException)
        {
            // The constraint says so.
            return null;
        }
    }

    /// <summary>Gives the variable the value of the field.</summary>
    public abstract void CopyTo(KernelVariables variables, string name);

    /// <summary>The bytes of the field.</summary>
    public abstract byte[] InProcess();

    /// <summary>The bytes of the variable.</summary>
    public abstract byte[] InKernel(KernelVariables variables, string name);
}
