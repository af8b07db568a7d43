using System;

namespace Dynptrs;

public ref partial struct Dynptr
{
    /// <summary>
    /// Copies memory of user space, that is of this process, into the memory behind the dynptr. Slices of a packet are left alone.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// 0; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too unless it is empty and at 0; <c>-EFAULT</c> when not all bytes
    /// can be read; <c>-EINVAL</c> for a read-only dynptr; <c>-EOPNOTSUPP</c> on any system but Linux. A part may be written before an
    /// error: where the range does not lie in one piece, pieces of 256 bytes.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    /// <remarks>
    /// The address is not looked at before it is read, and reading is left to the operating system (<c>process_vm_readv</c>).
    /// </remarks>
    [BpfHelper("bpf_probe_read_user_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true,
        Summary = "Copies memory of user space into a dynptr, without faulting.")]
    [Writes]
    [return: Decides]
    public readonly int ProbeReadUser(ulong offset, ulong size, nuint address) => CopyFrom(ForeignMemory.User, offset, size, address);

    /// <summary>
    /// Copies memory of the kernel into the memory behind the dynptr. The kernel of a program that runs here is this process. Slices of a
    /// packet are left alone.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// 0; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too unless it is empty and at 0; <c>-ERANGE</c> for an address of
    /// the operating system's half of the address space; <c>-EFAULT</c> when not all bytes can be read; <c>-EINVAL</c> for a read-only
    /// dynptr; <c>-EOPNOTSUPP</c> on any system but Linux. A part may be written before an error: where the range does not lie in one
    /// piece, pieces of 256 bytes.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_probe_read_kernel_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true,
        Summary = "Copies memory of the kernel into a dynptr, without faulting.")]
    [Writes]
    [return: Decides]
    public readonly int ProbeReadKernel(ulong offset, ulong size, nuint address) => CopyFrom(ForeignMemory.Kernel, offset, size, address);

    /// <summary>
    /// Copies a string of user space, that is of this process, into the memory behind the dynptr. What lies behind its zero stays as it
    /// was.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes at most, with the zero. A longer string is cut, and has a zero as its last byte.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// The number of bytes copied, with the zero, or 0 for no size; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too
    /// unless it is empty and at 0; <c>-EFAULT</c> when the string cannot be read to its end, or as far as there is room; <c>-EINVAL</c>
    /// for a read-only dynptr; <c>-EOPNOTSUPP</c> on any system but Linux. A part may be written before an error.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_probe_read_user_str_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true,
        Summary = "Copies a string of user space into a dynptr, without faulting, and gives its length with the zero at its end.")]
    [Writes]
    [return: Decides]
    public readonly int ProbeReadUserString(ulong offset, ulong size, nuint address) =>
        CopyStringFrom(ForeignMemory.User, offset, size, address);

    /// <summary>
    /// Copies a string of the kernel into the memory behind the dynptr. The kernel of a program that runs here is this process. What lies
    /// behind its zero stays as it was.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes at most, with the zero. A longer string is cut, and has a zero as its last byte.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// The number of bytes copied, with the zero, or 0 for no size; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too
    /// unless it is empty and at 0; <c>-ERANGE</c> for an address of the operating system's half of the address space; <c>-EFAULT</c> when
    /// the string cannot be read to its end, or as far as there is room; <c>-EINVAL</c> for a read-only dynptr; <c>-EOPNOTSUPP</c> on any
    /// system but Linux. A part may be written before an error.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_probe_read_kernel_str_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true,
        Summary = "Copies a string of the kernel into a dynptr, without faulting, and gives its length with the zero at its end.")]
    [Writes]
    [return: Decides]
    public readonly int ProbeReadKernelString(ulong offset, ulong size, nuint address) =>
        CopyStringFrom(ForeignMemory.Kernel, offset, size, address);

    /// <summary>
    /// Copies memory of the current task, that is of this process, into the memory behind the dynptr. Slices of a packet are left alone.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// As <see cref="ProbeReadUser"/>, which in the kernel sees only what is in memory, where this waits for the rest; <c>-EOPNOTSUPP</c>
    /// on any system but Linux.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_copy_from_user_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true, Sleepable = true,
        Summary = "Copies memory of the current task into a dynptr; it may fault pages in.")]
    [Writes]
    [return: Decides]
    public readonly int CopyFromUser(ulong offset, ulong size, nuint address) => CopyFrom(ForeignMemory.CurrentTask, offset, size, address);

    /// <summary>
    /// Copies a string of the current task, that is of this process, into the memory behind the dynptr. What lies behind its zero stays as
    /// it was.
    /// </summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes at most, with the zero. A longer string is cut, and has a zero as its last byte.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// As <see cref="ProbeReadUserString"/>, but the byte in whose place the zero of a cut string comes is not read; <c>-EOPNOTSUPP</c> on
    /// any system but Linux.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_copy_from_user_str_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true, Sleepable = true,
        Summary = "Copies a string of the current task into a dynptr, and gives its length with the zero at its end; it may fault pages in.")]
    [Writes]
    [return: Decides]
    public readonly int CopyFromUserString(ulong offset, ulong size, nuint address) =>
        CopyStringFrom(ForeignMemory.CurrentTask, offset, size, address);

    /// <summary>Copies memory of a task into the memory behind the dynptr. Slices of a packet are left alone.</summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes.</param>
    /// <param name="address">Where from, in the task. It need not lead anywhere.</param>
    /// <param name="task">The task.</param>
    /// <returns>
    /// 0; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too unless it is empty and at 0; <c>-EFAULT</c> when not all bytes
    /// can be read, or the task has ended; <c>-EINVAL</c> for a read-only dynptr; <c>-EPERM</c>, which the kernel itself never meets, when
    /// the operating system does not let this process read the other; <c>-EOPNOTSUPP</c> on any system but Linux. A part may be written
    /// before an error: where the range does not lie in one piece, pieces of 256 bytes.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_copy_from_user_task_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true, Sleepable = true,
        Summary = "Copies memory of a task into a dynptr.")]
    [Writes]
    [return: Decides]
    public readonly int CopyFromTask(ulong offset, ulong size, nuint address, [Trusted] KernelTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return CopyFrom(ForeignMemory.Of(task), offset, size, address);
    }

    /// <summary>Copies a string of a task into the memory behind the dynptr. What lies behind its zero stays as it was.</summary>
    /// <param name="offset">Where to, in bytes from the start of the view.</param>
    /// <param name="size">How many bytes at most, with the zero. A longer string is cut, and has a zero as its last byte.</param>
    /// <param name="address">Where from, in the task. It need not lead anywhere.</param>
    /// <param name="task">The task.</param>
    /// <returns>
    /// The number of bytes copied, with the zero, or 0 for no size; <c>-E2BIG</c> when the range leaves the view, of a null dynptr too
    /// unless it is empty and at 0; <c>-EFAULT</c> when the string cannot be read to its end, or as far as there is room, or the task has
    /// ended; <c>-EINVAL</c> for a read-only dynptr; <c>-EPERM</c>, which the kernel itself never meets, when the operating system does not
    /// let this process read the other; <c>-EOPNOTSUPP</c> on any system but Linux. A part may be written before an error.
    /// </returns>
    /// <exception cref="DynptrException">The dynptr was never made, or was released.</exception>
    [BpfHelper("bpf_copy_from_user_task_str_dynptr", Since = "6.16", GplOnly = true, LinuxOnly = true, Sleepable = true,
        Summary = "Copies a string of a task into a dynptr, and gives its length with the zero at its end.")]
    [Writes]
    [return: Decides]
    public readonly int CopyFromTaskString(ulong offset, ulong size, nuint address, [Trusted] KernelTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return CopyStringFrom(ForeignMemory.Of(task), offset, size, address);
    }

    private readonly int CopyFrom(ForeignMemory memory, ulong offset, ulong size, nuint address)
    {
        if (TryReachForWriting(offset, size, out var bytes))
            return memory.Read(address, bytes);
        if (!ViewContains(offset, size))
            return -Errno.E2BIG;

        Span<byte> chunk = stackalloc byte[ChunkSize];
        for (ulong done = 0; done < size; done += (ulong)chunk.Length)
        {
            chunk = chunk[..(int)Math.Min(size - done, ChunkSize)];
            var error = memory.Read(address + (nuint)done, chunk);
            if (error == 0)
                error = Store(offset + done, chunk, flags: 0);
            if (error != 0)
                return error;
        }

        return 0;
    }

    private readonly int CopyStringFrom(ForeignMemory memory, ulong offset, ulong size, nuint address)
    {
        if (TryReachForWriting(offset, size, out var bytes))
            return memory.ReadString(address, bytes);
        if (!ViewContains(offset, size))
            return -Errno.E2BIG;

        // Each chunk that is full ends in a zero, which the next one starts over.
        Span<byte> chunk = stackalloc byte[ChunkSize];
        for (ulong done = 0; done < size; done += (ulong)chunk.Length - 1)
        {
            chunk = chunk[..(int)Math.Min(size - done, ChunkSize)];
            var count = memory.ReadString(address + (nuint)done, chunk);
            if (count < 0)
                return count;
            var error = Store(offset + done, chunk[..count], flags: 0);
            if (error != 0)
                return error;
            if (count < chunk.Length || chunk.Length == 1)
                return (int)done + count;
        }

        return 0;
    }
}
