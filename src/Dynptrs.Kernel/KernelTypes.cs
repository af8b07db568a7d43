using System;
using System.Runtime.InteropServices;
using System.Text;
using Dynptrs.Kernel.Interop;
using Dynptrs.Kernel.Verdicts;

namespace Dynptrs.Kernel;

/// <summary>The types of the kernel that runs here, as its type information (BTF) tells them.</summary>
/// <remarks>
/// Where a field of a kernel's structure lies differs from kernel to kernel. A program reads it at an offset that is a field with
/// <see cref="LoadTimeConstantAttribute"/>, which the host sets from here before it loads the program.
/// </remarks>
public static unsafe class KernelTypes
{
    private const uint StructureKind = 4;
    private const uint UnionKind = 5;
    private const int MemberWords = 3;

    /// <summary>Finds where a field lies, in bytes from the start of its structure.</summary>
    /// <param name="structure">The name of the structure, such as <c>task_struct</c>.</param>
    /// <param name="field">The name of the field; it may lie in structures and unions without a name.</param>
    /// <exception cref="ArgumentException">The kernel that runs here has no such structure, or this has no such field.</exception>
    /// <exception cref="NotSupportedException">The field has a number of bits.</exception>
    /// <exception cref="BpfLoadException">The kernel tells no types, or libbpf is not installed.</exception>
    public static int OffsetOf(string structure, string field)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(field);
        var types = Load();
        try
        {
            int type;
            fixed (byte* name = Encoding.UTF8.GetBytes(structure + '\0'))
                type = LibBpf.FindType(types, name, StructureKind);
            if (type < 0)
                throw new ArgumentException($"The kernel that runs here has no structure `{structure}`.", nameof(structure));
            var bits = FindBits(types, (uint)type, Encoding.UTF8.GetBytes(field));
            if (bits is null)
                throw new ArgumentException($"The kernel's structure `{structure}` has no field `{field}` here.", nameof(field));
            return bits.Value / 8;
        }
        finally
        {
            LibBpf.FreeTypes(types);
        }
    }

    private static nint Load()
    {
        try
        {
            using var messages = new LibBpfMessages();
            var types = LibBpf.LoadKernelTypes();
            return types != 0
                ? types
                : throw new BpfLoadException("The kernel that runs here tells no types: it is built without CONFIG_DEBUG_INFO_BTF.");
        }
        catch (DllNotFoundException exception)
        {
            throw new BpfLoadException(LoadFailure.NoLibrary, exception);
        }
    }

    /// <summary>Where a field lies, in bits. Members stand behind their type: a name, a type, and where they lie.</summary>
    private static int? FindBits(nint types, uint id, ReadOnlySpan<byte> field)
    {
        var type = LibBpf.TypeById(types, id);
        if ((type[1] >> 24 & 0x1f) is not (StructureKind or UnionKind))
            return null;
        var count = type[1] & 0xffff;
        var hasWidths = type[1] >> 31 != 0;
        for (var member = type + MemberWords; count > 0; count--, member += MemberWords)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(LibBpf.NameByOffset(types, member[0]));
            var bits = (int)(hasWidths ? member[2] & 0xffffff : member[2]);
            if (name.SequenceEqual(field))
            {
                return !hasWidths || member[2] >> 24 == 0
                    ? bits
                    : throw new NotSupportedException(
                        $"The field `{Encoding.UTF8.GetString(field)}` has a number of bits, and no bytes of its own.");
            }

            if (name.IsEmpty && FindBits(types, member[1], field) is { } inner)
                return bits + inner;
        }

        return null;
    }
}
