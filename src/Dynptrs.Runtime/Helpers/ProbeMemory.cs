using System;
using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>Reads that answer with an error instead of faulting.</summary>
public static class ProbeMemory
{
    /// <summary>Copies bytes. <paramref name="destination"/> is zeroed when the call fails.</summary>
    /// <param name="destination">Where to, and how many bytes.</param>
    /// <param name="source">Where from.</param>
    /// <returns>0; <c>-EFAULT</c> when <paramref name="source"/> has fewer bytes than <paramref name="destination"/>.</returns>
    [BpfHelper("bpf_probe_read_kernel", Since = "5.5", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies bytes, or zeroes the destination where they cannot be read.")]
    public static int ReadKernel(scoped Span<byte> destination, scoped ReadOnlySpan<byte> source)
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
    [BpfHelper("bpf_probe_read_kernel", Since = "5.5", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies a value, or zeroes the destination where it cannot be read.")]
    public static int ReadKernel<T>(out T destination, scoped in T source)
        where T : unmanaged
    {
        bool isReadable = !Unsafe.IsNullRef(in source);
        destination = isReadable ? source : default;
        return isReadable ? 0 : -Errno.EFAULT;
    }
}
