namespace Dynptrs.Verifier.Domain;

/// <summary>What a region was entered through: a lock, an owner, or nothing.</summary>
internal readonly record struct RegionPlace
{
    private const long UnknownOffset = long.MinValue;

    /// <summary>Nothing is known of what it was entered through: it may be any.</summary>
    public static RegionPlace Unknown { get; } = new() { IsUnknown = true };

    /// <summary>Whether nothing is known of it.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>The reference that an owner holds, which the region is open as long as; or 0.</summary>
    public int Reference { get; private init; }

    /// <summary>The identity of a pointer to the lock or of the object that it is; or 0.</summary>
    public int Pointer { get; private init; }

    /// <summary>Where behind the pointer the lock lies, in bytes.</summary>
    public long Offset { get; private init; }

    /// <summary>The static variable in which the lock lies, or <see langword="null"/>.</summary>
    public object? Variable { get; private init; }

    /// <summary>One more than the cell of the lock; or 0.</summary>
    private int NextCell { get; init; }

    public static RegionPlace OfReference(int reference) => new() { Reference = reference };

    public static RegionPlace OfCell(int cell) => new() { NextCell = cell + 1 };

    public static RegionPlace Of(Value? value) => value switch
    {
        PointerValue { Variable: { } variable } pointer => new() { Variable = variable, Offset = OffsetOf(pointer) },
        PointerValue pointer => new() { Pointer = pointer.Id, Offset = OffsetOf(pointer) },
        HandleValue handle => new() { Pointer = handle.Id },
        _ => Unknown,
    };

    /// <summary>Whether it was entered through nothing: it is the one region of its type, or that of some lock.</summary>
    public bool IsUnbound => this == default;

    /// <summary>Whether a number that is not known decides where the lock lies.</summary>
    public bool IsAtNumber => Offset == UnknownOffset;

    /// <summary>Whether it is the same lock for certain.</summary>
    public bool IsSame(in RegionPlace other) => this == other && !IsUnknown && !IsAtNumber;

    /// <summary>Whether it may be the same lock.</summary>
    /// <param name="other">The other.</param>
    /// <param name="isStrict">Whether pointers that were found apart are to different locks, as the kernel has it.</param>
    public bool MayBe(in RegionPlace other, bool isStrict)
    {
        if (IsUnknown || other.IsUnknown || IsUnbound || other.IsUnbound || this == other)
            return true;
        // An owner that was given of a lock does not tell of which.
        if ((Reference == 0) != (other.Reference == 0))
            return true;
        if (isStrict || Reference != other.Reference || NextCell != other.NextCell)
            return false;
        if (Variable is null != other.Variable is null)
            return false;
        // Two pointers may have been found to one lock; two static variables, or two parts of one memory, are apart.
        return Variable is null
            ? Pointer != other.Pointer || IsOffsetUnknown(other)
            : Variable.Equals(other.Variable) && IsOffsetUnknown(other);
    }

    /// <summary>Whether it is equal but for identities, which another state draws anew.</summary>
    public bool IsAlike(in RegionPlace other) =>
        IsUnknown == other.IsUnknown && NextCell == other.NextCell && Offset == other.Offset && Equals(Variable, other.Variable);

    private bool IsOffsetUnknown(in RegionPlace other) => IsAtNumber || other.IsAtNumber;

    private static long OffsetOf(PointerValue pointer) => pointer.Offset.IsConstant ? pointer.Offset.SignedMin : UnknownOffset;
}
