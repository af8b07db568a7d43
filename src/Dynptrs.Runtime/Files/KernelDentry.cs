using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A name in a directory and what it stands for, whose extended attributes programs read and write.</summary>
/// <remarks>
/// Follows <c>struct dentry</c>. The attributes are those of the file system, and what it answers is passed on; on any system but Linux
/// every call answers <c>-EOPNOTSUPP</c>. A name ends at its first zero, as in C.
/// </remarks>
[KernelObject("struct dentry")]
public sealed class KernelDentry : IDisposable
{
    private const int ValidFlags = BpfConstants.XATTR_CREATE | BpfConstants.XATTR_REPLACE;

    // Nothing for a name that stands for nothing.
    private readonly SafeFileHandle? _handle;
    private readonly bool _ownsHandle;

    /// <summary>Finds what a path stands for, as the host, to hand it to programs.</summary>
    /// <param name="path">
    /// The path of a file or directory, which need not be readable; links are followed. Where it stands for nothing, the dentry has no
    /// inode, as that of a file that is about to be created.
    /// </param>
    /// <exception cref="IOException">The path cannot be followed.</exception>
    public KernelDentry(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _ownsHandle = true;
        if (!OperatingSystem.IsLinux())
            return;
        var error = PathHandle.TryOpen(path, out _handle);
        if (error is not (0 or -Errno.ENOENT))
            throw new IOException($"The path '{path}' cannot be followed (errno {-error}).", -error);
    }

    internal KernelDentry(SafeFileHandle handle) => _handle = handle;

    /// <summary>Reads an attribute.</summary>
    /// <param name="name">The name, which starts with <c>user.</c> or <c>security.bpf.</c>.</param>
    /// <param name="value">Where to; a size of 0 asks for the length only. Bytes behind the value stay as they were.</param>
    /// <returns>
    /// The length of the value; <c>-EINVAL</c> for a dynptr that is null, read-only or not in one piece, and for a dentry without inode;
    /// <c>-EPERM</c> for another name; <c>-EACCES</c> when this process may not read the file; <c>-ENODATA</c> when there is no such
    /// attribute; <c>-ERANGE</c> when the dynptr is too small; <c>-EOPNOTSUPP</c> when the file system has no such attributes, and on any
    /// system but Linux; or what else it answers.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released; or the dentry was disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_get_dentry_xattr", Since = "6.12", GplOnly = true, LinuxOnly = true, Sleepable = true, ProgramTypes = ["LSM"],
        Summary = "Reads an extended attribute of a dentry.")]
    public int GetXattr([ConstantString] scoped ReadOnlySpan<byte> name, [Writes] scoped in Dynptr value)
    {
        if (!OperatingSystem.IsLinux())
            return -Errno.EOPNOTSUPP;
        if (!value.TryReachAllForWriting(out var bytes) || _handle is null)
            return -Errno.EINVAL;
        if (!name.StartsWith("user."u8) && !name.StartsWith("security.bpf."u8))
            return -Errno.EPERM;
        CheckOpen(_handle);
        var error = ExtendedAttributes.CheckAccess(_handle, ExtendedAttributes.ForReading);
        return error != 0 ? error : ExtendedAttributes.Get(_handle, name, bytes);
    }

    /// <summary>Sets an attribute.</summary>
    /// <param name="name">The name, which starts with <c>security.bpf.</c>.</param>
    /// <param name="value">The value: all of the dynptr's view.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.XATTR_CREATE"/>, <see cref="BpfConstants.XATTR_REPLACE"/> or 0 for either; other bits mean nothing.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a dentry without inode, and for a dynptr that is null or not in one piece; <c>-EPERM</c> for another name;
    /// <c>-EACCES</c> when this process may not write the file; <c>-EEXIST</c> and <c>-ENODATA</c> where the flags forbid it;
    /// <c>-EOPNOTSUPP</c> when the file system has no such attributes, and on any system but Linux; or what else it or the operating system
    /// answers, which is <c>-EPERM</c> for a process without the capability <c>CAP_SYS_ADMIN</c>.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released; or the dentry was disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_set_dentry_xattr", Since = "6.15", GplOnly = true, LinuxOnly = true, Sleepable = true, ProgramTypes = ["LSM"],
        Summary = "Sets an extended attribute of a dentry.")]
    public int SetXattr([ConstantString] scoped ReadOnlySpan<byte> name, scoped in Dynptr value, int flags)
    {
        if (!OperatingSystem.IsLinux())
            return -Errno.EOPNOTSUPP;
        if (_handle is null || !value.TryReachAll(out var bytes))
            return -Errno.EINVAL;
        var error = CheckWrite(_handle, name);
        return error != 0 ? error : ExtendedAttributes.Set(_handle, name, bytes, flags & ValidFlags);
    }

    /// <summary>Removes an attribute.</summary>
    /// <param name="name">The name, which starts with <c>security.bpf.</c>.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a dentry without inode; <c>-EPERM</c> for another name; <c>-EACCES</c> when this process may not write the
    /// file; <c>-ENODATA</c> when there is no such attribute; <c>-EOPNOTSUPP</c> when the file system has no such attributes, and on any
    /// system but Linux; or what else it or the operating system answers, which is <c>-EPERM</c> for a process without the capability
    /// <c>CAP_SYS_ADMIN</c>.
    /// </returns>
    /// <exception cref="DynptrException">The dentry was disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_remove_dentry_xattr", Since = "6.15", GplOnly = true, LinuxOnly = true, Sleepable = true, ProgramTypes = ["LSM"],
        Summary = "Removes an extended attribute of a dentry.")]
    public int RemoveXattr([ConstantString] scoped ReadOnlySpan<byte> name)
    {
        if (!OperatingSystem.IsLinux())
            return -Errno.EOPNOTSUPP;
        if (_handle is null)
            return -Errno.EINVAL;
        var error = CheckWrite(_handle, name);
        return error != 0 ? error : ExtendedAttributes.Remove(_handle, name);
    }

    /// <summary>Lets go of what the host found. Does nothing for the dentry of a file.</summary>
    public void Dispose()
    {
        if (_ownsHandle)
            _handle?.Dispose();
    }

    private static int CheckWrite(SafeFileHandle handle, scoped ReadOnlySpan<byte> name)
    {
        if (!name.StartsWith("security.bpf."u8))
            return -Errno.EPERM;
        CheckOpen(handle);
        return ExtendedAttributes.CheckAccess(handle, ExtendedAttributes.ForWriting);
    }

    private static void CheckOpen(SafeFileHandle handle)
    {
        if (handle.IsClosed)
            Throw.FileClosed();
    }
}
