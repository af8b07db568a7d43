using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Dynptrs.Kernel.Verdicts;

/// <summary>Makes the exceptions that say why something failed, and what to do.</summary>
internal static partial class LoadFailure
{
    /// <summary>What there is to say where libbpf is missing.</summary>
    public const string NoLibrary =
        "libbpf is not installed: programs are loaded through `libbpf.so.1`. Install it, on Debian the package `libbpf1`.";

    private const string TypeInformation = "/sys/kernel/btf/vmlinux";

    private const int NotPermitted = 1;
    private const int NotFound = 2;
    private const int NoSuchProcess = 3;
    private const int TooBig = 7;
    private const int NoMemory = 12;
    private const int Denied = 13;
    private const int Busy = 16;
    private const int Exists = 17;
    private const int NoDevice = 19;
    private const int Invalid = 22;
    private const int NoSpace = 28;
    private const int NotSupported = 95;
    private const int NotSupportedInside = 524;

    /// <summary>An object is not read.</summary>
    /// <param name="error">The error.</param>
    /// <param name="messages">What libbpf said.</param>
    public static BpfLoadException OfContent(int error, string messages) => Of(error, "The object cannot be read", messages);

    /// <summary>An object is not loaded.</summary>
    /// <param name="error">The kernel's error.</param>
    /// <param name="messages">What libbpf said.</param>
    /// <param name="log">What the kernel said of a program that it refuses; nothing where it is another matter.</param>
    public static BpfLoadException OfLoad(int error, string messages, string log)
    {
        // That the log has no room hides the error of the program.
        if (log.Length > 0 && Refused().Match(messages) is { Success: true } refused)
            return new BpfVerifierException(refused.Groups["program"].Value, log) { Error = error == NoSpace ? Denied : error };
        const string What = "The object is not loaded";
        var missing = error is NotFound or NoSuchProcess or Invalid && !File.Exists(TypeInformation)
            ? $"this kernel does not give its types ({TypeInformation}), which its functions are found by: it is to be built with "
                + "CONFIG_DEBUG_INFO_BTF."
            : null;
        return Of(error, What, missing ?? Reason(error), messages);
    }

    /// <summary>A program has a section that libbpf does not know.</summary>
    public static BpfLoadException OfSection(KernelProgram program) => new(
        $"The program `{program.Name}` is not loaded: libbpf knows nothing of its section \"{program.Section}\". Write one of its "
        + "sections, or install a newer libbpf.");

    /// <summary>A program is not attached where its section says.</summary>
    public static BpfLoadException OfAttachment(int error, KernelProgram program, string messages) => Of(
        error,
        $"The program `{program.Name}` is not attached",
        error is NotSupported or Invalid && !program.Section.Contains('/')
            ? $"its section \"{program.Section}\" names no place: attach it to an interface, a control group or a hook."
            : Reason(error),
        messages);

    /// <summary>Something else is not done.</summary>
    public static BpfLoadException Of(int error, string what, string messages = "") => Of(error, what, Reason(error), messages);

    private static BpfLoadException Of(int error, string what, string reason, string messages)
    {
        // Without rights libbpf complains of each thing that it tries in vain, the least important first.
        var said = error == NotPermitted ? null : messages.Split('\n')
            .Select(line => line.Replace("libbpf: ", "", System.StringComparison.Ordinal).Trim())
            .FirstOrDefault(line => line.Length > 0);
        return new BpfLoadException($"{what}: {reason}{(said is null ? "" : $" libbpf says: {said}")}") { Error = error };
    }

    private static string Reason(int error) => error switch
    {
        NotPermitted or Denied =>
            "the kernel does not permit it. Run as root, or with CAP_BPF and CAP_PERFMON or CAP_NET_ADMIN; where that is given, lockdown "
            + "or another policy of this machine forbids programs of this type.",
        NotFound => "what it names is not there: a function of the kernel, a tracepoint, an interface, or a path.",
        NoSuchProcess => "the kernel lacks a function that is called or that is attached to. A newer kernel may have it.",
        TooBig => "it is too big, or too much is there already: instructions of a program, entries of a map, programs in one place.",
        NoMemory => "the kernel has no memory for it, or this process may take no more (RLIMIT_MEMLOCK).",
        Busy => "something else is attached there already. Detach it first.",
        Exists => "something is there already. Remove it first.",
        NoDevice => "there is no such interface, or its driver does not do this.",
        Invalid =>
            "the kernel or libbpf does not know something in it: a section, a function, a type of map, a flag, an interface; or it does "
            + "not fit where it is to go.",
        NoSpace =>
            "there is no room left: on the file system, for one more event or breakpoint, or for the kernel's log. Free some, or ask for "
            + "less.",
        NotSupported or NotSupportedInside => "this kernel does not do this.",
        _ => Marshal.GetPInvokeErrorMessage(error) + ".",
    };

    [GeneratedRegex("prog '(?<program>[^']+)': BPF program load failed: ")]
    private static partial Regex Refused();
}
