using System;
using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>
/// Memory that a program reads by its address, which may lead nowhere: the kernel's, user space's, or a task's. What cannot be read answers
/// with an errno.
/// </summary>
/// <remarks>Follows the copy functions that the kernel hands to its chunk loops, such as <c>copy_from_user_nofault</c>.</remarks>
internal readonly struct ForeignMemory
{
    private const int PageSize = 4096;

    private readonly Source _source;
    private readonly KernelTask? _task;

    private ForeignMemory(Source source, KernelTask? task = null)
    {
        _source = source;
        _task = task;
    }

    private enum Source
    {
        Kernel,
        User,
        CurrentTask,
        OtherTask,
    }

    /// <summary>What programs read with the <c>bpf_probe_read_kernel</c> family.</summary>
    public static ForeignMemory Kernel => new(Source.Kernel);

    /// <summary>What programs read with the <c>bpf_probe_read_user</c> family.</summary>
    public static ForeignMemory User => new(Source.User);

    /// <summary>What programs read with the <c>bpf_copy_from_user</c> family.</summary>
    public static ForeignMemory CurrentTask => new(Source.CurrentTask);

    /// <summary>The memory of a task.</summary>
    public static ForeignMemory Of(KernelTask task) => new(Source.OtherTask, task);

    /// <summary>Copies bytes.</summary>
    /// <returns>0, or a negative errno, after which a part of the bytes may be written.</returns>
    public int Read(nuint address, scoped Span<byte> destination)
    {
        var error = ReadBytes(address, destination, out var done);

        // copy_from_user() leaves nothing behind of what was there.
        if (error != 0 && _source == Source.CurrentTask)
            destination[done..].Clear();
        return error;
    }

    /// <summary>Copies a string: up to its zero, or what fits with a zero as the last byte.</summary>
    /// <returns>The number of bytes written, with the zero; or a negative errno, after which a part of the bytes may be written.</returns>
    [SkipLocalsInit]
    public int ReadString(nuint address, scoped Span<byte> destination)
    {
        if (destination.IsEmpty)
            return 0;

        // copy_from_user_str() does not read the byte that the zero of a cut string replaces, the others do.
        var limit = _source == Source.CurrentTask ? destination.Length - 1 : destination.Length;
        Span<byte> page = stackalloc byte[PageSize];
        for (var done = 0; done < limit;)
        {
            // What is read at once ends where a page does: the next may not be there, and need not be when the string ends before.
            var toPageEnd = PageSize - (int)((address + (nuint)done) % PageSize);
            var piece = page[..Math.Min(toPageEnd, limit - done)];
            var error = ReadBytes(address + (nuint)done, piece, out _);
            if (error != 0)
            {
                if (error == -Errno.EFAULT && _source is (Source.Kernel or Source.OtherTask))
                    destination[done] = 0;
                return error;
            }

            var end = piece.IndexOf((byte)0);
            if (end >= 0)
                piece = piece[..(end + 1)];
            piece.CopyTo(destination[done..]);
            done += piece.Length;
            if (end >= 0)
                return done;
        }

        destination[^1] = 0;
        return destination.Length;
    }

    private int ReadBytes(nuint address, scoped Span<byte> destination, out int done)
    {
        done = 0;
        if (_source == Source.Kernel && !IsKernelAddress(address))
            return -Errno.ERANGE;
        if (destination.IsEmpty)
            return 0;
        return _task is null
            ? ProcessMemory.Read(Environment.ProcessId, address, destination, out done)
            : _task.ReadMemory(address, destination, out done);
    }

    // The kernel of a program that runs here is this process, so the operating system's half of the address space is what user space is to
    // the kernel.
    private static bool IsKernelAddress(nuint address) => !Environment.Is64BitProcess || (nint)address >= 0;
}
