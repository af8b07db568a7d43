using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>The type of a place. It says how many cells of abstract state a value takes, and how many bytes of memory.</summary>
public abstract class IrType
{
    private protected IrType(int cellCount, int size)
    {
        CellCount = cellCount;
        Size = size;
    }

    /// <summary>How many cells of abstract state hold a value of this type.</summary>
    public int CellCount { get; }

    /// <summary>The size in bytes, or -1 where it has no fixed size.</summary>
    public int Size { get; }

    /// <summary>The alignment in bytes that values of this type have, or 1 where nothing is known.</summary>
    public virtual int Alignment => 8;

    /// <summary>The parts of a value in memory that stand for types of the kernel's; itself, where it does.</summary>
    public ImmutableArray<KernelPart> KernelParts { get; init; } = ImmutableArray<KernelPart>.Empty;

    /// <summary>Whether an owner lies in a value of this type, so that copying the value would copy the owner.</summary>
    public virtual bool ContainsOwner => false;

    /// <summary>Whether a variable of this type can be what holds a reference.</summary>
    public virtual bool MayHoldReference => ContainsOwner;
}
