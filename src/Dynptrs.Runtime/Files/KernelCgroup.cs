using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A control group, whose extended attributes programs read.</summary>
/// <remarks>Follows <c>struct cgroup</c>.</remarks>
[KernelObject("struct cgroup", IsRcuProtected = true)]
public sealed class KernelCgroup : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>Finds a control group, as the host, to hand it to programs.</summary>
    /// <param name="path">The path of its directory in a hierarchy of version 2.</param>
    /// <exception cref="ArgumentException">There is no control group at the path.</exception>
    public KernelCgroup(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!OperatingSystem.IsLinux()
            || !File.Exists(Path.Combine(path, "cgroup.controllers"))
            || PathHandle.TryOpen(path, out var handle) != 0)
        {
            throw new ArgumentException(
                $"There is no control group of version 2 at '{path}'. Pass the path of a directory below the mount point of cgroup2.",
                nameof(path));
        }

        _handle = handle!;
    }

    /// <summary>Reads an attribute. On any system but Linux there are no control groups.</summary>
    /// <param name="name">The name, which starts with <c>user.</c>.</param>
    /// <param name="value">Where to; a size of 0 asks for the length only. Bytes behind the value stay as they were.</param>
    /// <returns>
    /// The length of the value; <c>-EPERM</c> for another name; <c>-EINVAL</c> for a dynptr that is null, read-only or not in one piece;
    /// <c>-ENODATA</c> when there is no such attribute; <c>-ERANGE</c> when the dynptr is too small; or what else the operating system
    /// answers.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released; or the control group was disposed of.</exception>
    [Trusted]
    [BpfHelper("bpf_cgroup_read_xattr", Since = "6.17", GplOnly = true, LinuxOnly = true,
        Summary = "Reads an extended attribute of a control group.")]
    public int ReadXattr([ConstantString] scoped ReadOnlySpan<byte> name, [Writes] scoped in Dynptr value)
    {
        if (!name.StartsWith("user."u8))
            return -Errno.EPERM;
        if (!value.TryReachAllForWriting(out var bytes))
            return -Errno.EINVAL;
        if (_handle.IsClosed)
            Throw.FileClosed();
        return ExtendedAttributes.Get(_handle, name, bytes);
    }

    /// <summary>Lets go of the control group.</summary>
    public void Dispose() => _handle.Dispose();
}
