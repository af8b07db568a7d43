using System;
using System.Runtime.InteropServices;

namespace Dynptrs.Kernel;

/// <summary>Programs are not loaded into the kernel.</summary>
public class BpfLoadException : Exception
{
    private const int NotPermitted = 1;
    private const int NotThere = 3;
    private const int Denied = 13;
    private const int Invalid = 22;

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="inner">What led to it, or <see langword="null"/>.</param>
    public BpfLoadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The kernel's error, or 0 where the kernel was not asked.</summary>
    public int Error { get; protected init; }

    internal static BpfLoadException Of(int error, string what) => new($"{what}: {Reason(error)}") { Error = error };

    private static string Reason(int error) => error switch
    {
        NotPermitted or Denied =>
            "the kernel does not permit it. Run as root, or with CAP_BPF and CAP_PERFMON or CAP_NET_ADMIN; where that is given, lockdown "
            + "or another policy of this machine forbids programs of this type.",
        NotThere =>
            "the kernel lacks a function that it calls, or knows nothing of its section. A newer kernel, or a newer libbpf, may have it.",
        Invalid => "the kernel or libbpf does not know something in it: its section, a type of map, or a flag.",
        _ => Marshal.GetPInvokeErrorMessage(error) + ".",
    };
}
