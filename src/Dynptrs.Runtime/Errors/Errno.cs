namespace Dynptrs;

/// <summary>
/// The kernel's error numbers, positive as in <c>errno.h</c>. A helper answers with the negated number: <c>-Errno.EINVAL</c>.
/// </summary>
public static class Errno
{
    /// <summary>Operation not permitted: a name that may not be used, or a right that the process lacks.</summary>
    public const int EPERM = 1;

    /// <summary>No such entry: the key is not in the map.</summary>
    public const int ENOENT = 2;

    /// <summary>No such process.</summary>
    public const int ESRCH = 3;

    /// <summary>Input or output failed: a read beyond the end of a file.</summary>
    public const int EIO = 5;

    /// <summary>Argument too large: beyond the end of a dynptr, an index out of range, a full map.</summary>
    public const int E2BIG = 7;

    /// <summary>Try again: no room now.</summary>
    public const int EAGAIN = 11;

    /// <summary>Out of memory.</summary>
    public const int ENOMEM = 12;

    /// <summary>Permission denied.</summary>
    public const int EACCES = 13;

    /// <summary>Bad address: memory that cannot be read or written.</summary>
    public const int EFAULT = 14;

    /// <summary>Busy: someone else is at it.</summary>
    public const int EBUSY = 16;

    /// <summary>The entry exists already.</summary>
    public const int EEXIST = 17;

    /// <summary>No such device: no network interface has the number.</summary>
    public const int ENODEV = 19;

    /// <summary>Invalid argument: illegal flags, a null or read-only dynptr, no room in a ring buffer.</summary>
    public const int EINVAL = 22;

    /// <summary>No space: what is printed does not fit.</summary>
    public const int ENOSPC = 28;

    /// <summary>Result out of range: a view that leaves its dynptr.</summary>
    public const int ERANGE = 34;

    /// <summary>No data: the attribute is not there, or the file has no fs-verity digest.</summary>
    public const int ENODATA = 61;

    /// <summary>The algorithm is not supported.</summary>
    public const int ENOPKG = 65;

    /// <summary>Protocol error: addresses of the other family than was asked for.</summary>
    public const int EPROTO = 71;

    /// <summary>Malformed message, or one that holds what it should not.</summary>
    public const int EBADMSG = 74;

    /// <summary>Too large for where it should go.</summary>
    public const int EOVERFLOW = 75;

    /// <summary>Not supported: the platform has no counterpart, or the file system cannot do it.</summary>
    public const int EOPNOTSUPP = 95;

    /// <summary>The address family is not supported.</summary>
    public const int EAFNOSUPPORT = 97;

    /// <summary>It was done already: the packet is in another one as it is.</summary>
    public const int EALREADY = 114;

    /// <summary>The key is not there: none that is trusted signed it, or it was invalidated.</summary>
    public const int ENOKEY = 126;

    /// <summary>The key has expired.</summary>
    public const int EKEYEXPIRED = 127;

    /// <summary>The key was revoked.</summary>
    public const int EKEYREVOKED = 128;

    /// <summary>The signature is not that of the key and the data.</summary>
    public const int EKEYREJECTED = 129;

    /// <summary>
    /// Not supported by this packet, driver or type of program: a number of the kernel's own, which has no name in <c>errno.h</c>.
    /// </summary>
    public const int ENOTSUPP = 524;
}
