namespace Dynptrs;

/// <summary>
/// The kernel's error numbers, positive as in <c>errno.h</c>. A helper answers with the negated number: <c>-Errno.EINVAL</c>.
/// </summary>
public static class Errno
{
    /// <summary>No such entry: the key is not in the map.</summary>
    public const int ENOENT = 2;

    /// <summary>Argument too large: beyond the end of a dynptr, an index out of range, a full map.</summary>
    public const int E2BIG = 7;

    /// <summary>Out of memory.</summary>
    public const int ENOMEM = 12;

    /// <summary>Bad address: memory that cannot be read or written.</summary>
    public const int EFAULT = 14;

    /// <summary>The entry exists already.</summary>
    public const int EEXIST = 17;

    /// <summary>Invalid argument: illegal flags, a null or read-only dynptr, no room in a ring buffer.</summary>
    public const int EINVAL = 22;

    /// <summary>Result out of range: a view that leaves its dynptr.</summary>
    public const int ERANGE = 34;
}
