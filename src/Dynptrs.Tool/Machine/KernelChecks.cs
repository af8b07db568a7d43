using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dynptrs.Tool.Machine;

/// <summary>What the kernel of a machine has, and what it lets this process do.</summary>
internal static class KernelChecks
{
    private const string Effective = "CapEff:";
    private const int NetAdmin = 12;
    private const int SysAdmin = 21;
    private const int Perfmon = 38;
    private const int Bpf = 39;

    // The first with dynptrs, and the first with what clang makes by default.
    private static readonly Version FirstWithDynptrs = new(5, 19);
    private static readonly Version FirstWithV4 = new(6, 6);

    private static readonly (string Option, string Need, bool IsNeeded)[] Options =
    [
        ("CONFIG_BPF_SYSCALL", "to load anything", true),
        ("CONFIG_DEBUG_INFO_BTF", "for kfuncs, fentry and LSM programs", false),
        ("CONFIG_BPF_JIT", "to run programs as machine code, and for kfuncs", false),
        ("CONFIG_BPF_EVENTS", "for programs on tracepoints and kprobes", false),
        ("CONFIG_FTRACE_SYSCALLS", "for tracepoints of system calls", false),
        ("CONFIG_BPF_LSM", "for LSM programs", false),
    ];

    /// <summary>Looks.</summary>
    public static IEnumerable<CheckResult> Run(MachineFiles files)
    {
        if (files.TryRead("proc/sys/kernel/osrelease") is not { } release)
        {
            yield return new CheckResult(
                "Linux", CheckState.Missing, "this is another system", "Load programs on Linux; `verify` and `emit` work here.");
            yield break;
        }

        yield return Version(release);
        yield return Rights(files);
        yield return Lockdown(files);
        yield return files.Exists("sys/kernel/btf/vmlinux")
            ? new CheckResult("kernel BTF", CheckState.Fine, "/sys/kernel/btf/vmlinux")
            : new CheckResult("kernel BTF", CheckState.Limited, "/sys/kernel/btf/vmlinux is not there",
                "kfuncs, fentry and LSM programs need it: use a kernel with CONFIG_DEBUG_INFO_BTF, as those of distributions are.");
        foreach (var result in Configuration(files, release))
            yield return result;
        if (files.TryRead("sys/kernel/security/lsm") is { } modules && !modules.Split(',').Contains("bpf"))
        {
            yield return new CheckResult("LSM", CheckState.Limited, $"the active modules are {modules}",
                "LSM programs are loaded, and never called: boot with `lsm=…,bpf`, with those modules before it.");
        }
    }

    private static CheckResult Version(string release)
    {
        var numbers = release.Split('.', '-');
        var version = numbers.Length >= 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
                ? new Version(major, minor)
                : new Version(0, 0);
        if (version < FirstWithDynptrs)
            return new CheckResult("kernel", CheckState.Missing, release, "Dynptrs are there since Linux 5.19: use that or later.");
        return version < FirstWithV4
            ? new CheckResult("kernel", CheckState.Limited, release,
                $"Objects are made for Linux 6.6 and later: write <BpfKernelVersion>{version}</BpfKernelVersion> in the project file.")
            : new CheckResult("kernel", CheckState.Fine, release);
    }

    private static CheckResult Rights(MachineFiles files)
    {
        var status = files.TryRead("proc/self/status") ?? "";
        var line = status.Split('\n').FirstOrDefault(text => text.StartsWith(Effective, StringComparison.Ordinal));
        var held = line is null ? 0 : ulong.Parse(line[Effective.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        bool Has(int capability) => (held >> capability & 1) != 0;
        if (Has(SysAdmin))
            return new CheckResult("rights", CheckState.Fine, "CAP_SYS_ADMIN, which includes the others");
        if (Has(Bpf))
        {
            var lacking = new List<string>();
            if (!Has(Perfmon))
                lacking.Add("CAP_PERFMON for tracing");
            if (!Has(NetAdmin))
                lacking.Add("CAP_NET_ADMIN for packets");
            return lacking.Count == 0
                ? new CheckResult("rights", CheckState.Fine, "CAP_BPF, CAP_PERFMON, CAP_NET_ADMIN")
                : new CheckResult("rights", CheckState.Limited, "CAP_BPF",
                    $"Missing: {string.Join(", ", lacking)}. Run with sudo, or give them as CAP_BPF was given.");
        }

        var unprivileged = files.TryRead("proc/sys/kernel/unprivileged_bpf_disabled");
        return new CheckResult("rights", CheckState.Missing, $"no CAP_BPF; unprivileged_bpf_disabled is {unprivileged ?? "unknown"}",
            "Run with sudo, or as a service with `AmbientCapabilities=CAP_BPF CAP_PERFMON CAP_NET_ADMIN`.");
    }

    private static CheckResult Lockdown(MachineFiles files)
    {
        // [none] integrity confidentiality
        var text = files.TryRead("sys/kernel/security/lockdown");
        var level = text?.Split('[', ']') is [_, var chosen, ..] ? chosen : "none";
        return level == "confidentiality"
            ? new CheckResult("lockdown", CheckState.Limited, level,
                "Helpers that read the kernel's memory are refused. Boot with `lockdown=integrity`, or without Secure Boot.")
            : new CheckResult("lockdown", CheckState.Fine, level);
    }

    private static IEnumerable<CheckResult> Configuration(MachineFiles files, string release)
    {
        if (files.TryReadConfiguration(release) is not { } text)
            yield break;
        var enabled = text.Split('\n').Where(line => line.EndsWith("=y", StringComparison.Ordinal)).Select(line => line[..^2]).ToHashSet();
        var missing = Options.Where(option => !enabled.Contains(option.Option)).ToList();
        if (missing.Count == 0)
            yield return new CheckResult("configuration", CheckState.Fine, "all options that BPF needs");
        foreach (var (option, need, isNeeded) in missing)
        {
            yield return new CheckResult("configuration", isNeeded ? CheckState.Missing : CheckState.Limited, $"{option} is off",
                $"It is needed {need}: use a kernel that is built with it.");
        }
    }
}
