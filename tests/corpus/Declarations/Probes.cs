using System;
using Dynptrs;

namespace Corpus;

/// <summary>Reads that end in a dynptr. The address is a number: the verifier looks at nothing behind it.</summary>
internal static partial class Bpf
{
    [BpfHelper("bpf_probe_read_user_dynptr", Since = "6.16", Summary = "Copies memory of user space into a dynptr, without faulting.")]
    public static int bpf_probe_read_user_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_probe_read_kernel_dynptr", Since = "6.16", Summary = "Copies memory of the kernel into a dynptr, without faulting.")]
    public static int bpf_probe_read_kernel_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_probe_read_user_str_dynptr", Since = "6.16", Summary = "Copies a string of user space into a dynptr, without faulting, and gives its length with the zero at its end.")]
    public static int bpf_probe_read_user_str_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_probe_read_kernel_str_dynptr", Since = "6.16", Summary = "Copies a string of the kernel into a dynptr, without faulting, and gives its length with the zero at its end.")]
    public static int bpf_probe_read_kernel_str_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_copy_from_user_dynptr", Since = "6.16", Sleepable = true, Summary = "Copies memory of the current task into a dynptr; it may fault pages in.")]
    public static int bpf_copy_from_user_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();

    [BpfHelper("bpf_copy_from_user_str_dynptr", Since = "6.16", Sleepable = true, Summary = "Copies a string of the current task into a dynptr, and gives its length with the zero at its end; it may fault pages in.")]
    public static int bpf_copy_from_user_str_dynptr(scoped in Dynptr dynptr, ulong offset, ulong size, nuint address) =>
        throw new NotSupportedException();
}
