using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>Reads that answer with an error instead of faulting.</summary>
/// <remarks>
/// Kernel and user space of a program that runs here are this process. An address may be any number: reading is left to the operating
/// system (<c>process_vm_readv</c>). An overload with an <see langword="in"/> parameter copies the value that it is given; one that is
/// given a <see langword="nuint"/> by value follows it as an address.
/// </remarks>
public static partial class ProbeMemory
{
    /// <summary>Copies bytes. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="source">Where from.</param>
    /// <returns>0; <c>-EFAULT</c> when <paramref name="source"/> has fewer bytes than <paramref name="destination"/>.</returns>
    [BpfHelper("bpf_probe_read_kernel", Id = 113, Arguments = ["destination", "sizeof destination", "source"],
        Since = "5.5", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies bytes, or zeroes the destination where they cannot be read.")]
    public static int ReadKernel([MinimumSize(0)] scoped Span<byte> destination, scoped ReadOnlySpan<byte> source)
    {
        if (source.Length < destination.Length)
        {
            destination.Clear();
            return -Errno.EFAULT;
        }

        source[..destination.Length].CopyTo(destination);
        return 0;
    }

    /// <summary>Copies a value. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="destination">Where to.</param>
    /// <param name="source">Where from; a null reference is memory that cannot be read.</param>
    /// <returns>0; <c>-EFAULT</c> when <paramref name="source"/> cannot be read.</returns>
    [BpfHelper("bpf_probe_read_kernel", Id = 113, Arguments = ["destination", "sizeof destination", "source"],
        Since = "5.5", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a value, or zeroes the destination where it cannot be read.")]
    public static int ReadKernel<T>(out T destination, scoped in T source)
        where T : unmanaged
    {
        var isReadable = !Unsafe.IsNullRef(in source);
        destination = isReadable ? source : default;
        return isReadable ? 0 : -Errno.EFAULT;
    }

    /// <summary>Copies memory of the kernel. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// 0; <c>-ERANGE</c> for an address of the operating system's half of the address space; <c>-EFAULT</c> when not all bytes can be read;
    /// <c>-EOPNOTSUPP</c> on any system but Linux.
    /// </returns>
    [BpfHelper("bpf_probe_read_kernel", Id = 113, Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies memory of the kernel, or zeroes the destination where it cannot be read.")]
    public static int ReadKernel([MinimumSize(0)] scoped Span<byte> destination, nuint address) =>
        Read(ForeignMemory.Kernel, destination, address);

    /// <summary>Copies memory of the kernel. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <typeparam name="T">The type of the value that is read.</typeparam>
    /// <param name="destination">Where to.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// 0; <c>-ERANGE</c> for an address of the operating system's half of the address space; <c>-EFAULT</c> when not all bytes can be read;
    /// <c>-EOPNOTSUPP</c> on any system but Linux.
    /// </returns>
    [BpfHelper("bpf_probe_read_kernel", Id = 113, Arguments = ["destination", "sizeof destination", "address"],
        Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies memory of the kernel as a value, or zeroes the destination where it cannot be read.")]
    public static int ReadKernel<T>(out T destination, nuint address)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return ReadKernel(MemoryMarshal.AsBytes(new Span<T>(ref destination)), address);
    }

    /// <summary>Copies memory of user space. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>0; <c>-EFAULT</c> when not all bytes can be read; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    [BpfHelper("bpf_probe_read_user", Id = 112, Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies memory of user space, or zeroes the destination where it cannot be read.")]
    public static int ReadUser([MinimumSize(0)] scoped Span<byte> destination, nuint address) =>
        Read(ForeignMemory.User, destination, address);

    /// <summary>Copies memory of user space. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <typeparam name="T">The type of the value that is read.</typeparam>
    /// <param name="destination">Where to.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>0; <c>-EFAULT</c> when not all bytes can be read; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    [BpfHelper("bpf_probe_read_user", Id = 112, Arguments = ["destination", "sizeof destination", "address"],
        Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies memory of user space as a value, or zeroes the destination where it cannot be read.")]
    public static int ReadUser<T>(out T destination, nuint address)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return ReadUser(MemoryMarshal.AsBytes(new Span<T>(ref destination)), address);
    }

    /// <summary>Copies a string of the kernel, with the zero that ends it. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to. A longer string is cut, and has a zero as its last byte. What lies behind it stays as it was.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// The number of bytes written, with the zero; 0 for no bytes; <c>-ERANGE</c> for an address of the operating system's half of the
    /// address space; <c>-EFAULT</c> when the string cannot be read; <c>-EOPNOTSUPP</c> on any system but Linux.
    /// </returns>
    /// <remarks>Follows <c>bpf_probe_read_kernel_str</c>.</remarks>
    [BpfHelper("bpf_probe_read_kernel_str", Id = 115, Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a string of the kernel, and gives its length with the zero at its end.")]
    [return: AtMostLengthOf(nameof(destination))]
    public static int ReadKernelString([MinimumSize(0)] scoped Span<byte> destination, nuint address) =>
        ReadString(ForeignMemory.Kernel, destination, address);

    /// <summary>Copies a string of user space, with the zero that ends it. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to. A longer string is cut, and has a zero as its last byte. What lies behind it stays as it was.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>
    /// The number of bytes written, with the zero; 0 for no bytes; <c>-EFAULT</c> when the string cannot be read; <c>-EOPNOTSUPP</c> on any
    /// system but Linux.
    /// </returns>
    /// <remarks>Follows <c>bpf_probe_read_user_str</c>.</remarks>
    [BpfHelper("bpf_probe_read_user_str", Id = 114, Since = "5.5", GplOnly = true, LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a string of user space, and gives its length with the zero at its end.")]
    [return: AtMostLengthOf(nameof(destination))]
    public static int ReadUserString([MinimumSize(0)] scoped Span<byte> destination, nuint address) =>
        ReadString(ForeignMemory.User, destination, address);

    /// <summary>Copies memory of the current task. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>0; <c>-EFAULT</c> when not all bytes can be read; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    [BpfHelper("bpf_copy_from_user", Id = 148, Since = "5.10", LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"], Sleepable = true,
        Summary = "Copies memory of the current task, or zeroes the destination where it cannot be read.")]
    public static int CopyFromUser([MinimumSize(0)] scoped Span<byte> destination, nuint address) =>
        Read(ForeignMemory.CurrentTask, destination, address);

    /// <summary>Copies memory of the current task. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <typeparam name="T">The type of the value that is read.</typeparam>
    /// <param name="destination">Where to.</param>
    /// <param name="address">Where from. It need not lead anywhere.</param>
    /// <returns>0; <c>-EFAULT</c> when not all bytes can be read; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    [BpfHelper("bpf_copy_from_user", Id = 148, Arguments = ["destination", "sizeof destination", "address"],
        Since = "5.10", LinuxOnly = true, ExceptProgramTypes = ["LIRC_MODE2"], Sleepable = true,
        Summary = "Copies memory of the current task as a value, or zeroes the destination where it cannot be read.")]
    public static int CopyFromUser<T>(out T destination, nuint address)
        where T : unmanaged
    {
        Unsafe.SkipInit(out destination);
        return CopyFromUser(MemoryMarshal.AsBytes(new Span<T>(ref destination)), address);
    }

    private static int ReadString(ForeignMemory source, scoped Span<byte> destination, nuint address)
    {
        var length = source.ReadString(address, destination);
        if (length < 0)
            destination.Clear();
        return length;
    }

    private static int Read(ForeignMemory source, scoped Span<byte> destination, nuint address)
    {
        var error = source.Read(address, destination);
        if (error != 0)
            destination.Clear();
        return error;
    }
}
