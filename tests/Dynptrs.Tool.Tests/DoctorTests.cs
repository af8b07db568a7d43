using System.IO;
using System.Linq;
using Dynptrs.Tool.Commands;
using Dynptrs.Tool.Machine;
using Dynptrs.Tool.Terminal;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr doctor</c>, on machines that are made of files.</summary>
public sealed class DoctorTests
{
    private const string AllOptions = """
        CONFIG_BPF_SYSCALL=y
        CONFIG_DEBUG_INFO_BTF=y
        CONFIG_BPF_JIT=y
        CONFIG_BPF_EVENTS=y
        CONFIG_FTRACE_SYSCALLS=y
        CONFIG_BPF_LSM=y
        """;

    [Fact]
    public void A_machine_that_lacks_nothing()
    {
        using var machine = new Workspace();
        Boot(machine, "6.18.4-1-amd64", "000001ffffffffff", "[none] integrity confidentiality", "lockdown,yama,bpf", AllOptions);
        machine.Write("sys/kernel/btf/vmlinux", "BTF");

        Report(machine).ShouldBe("doctor-well");
    }

    [Fact]
    public void A_machine_that_lacks_much()
    {
        using var machine = new Workspace();
        var options = "CONFIG_BPF_SYSCALL=y\n# CONFIG_BPF_LSM is not set\n";
        Boot(machine, "6.1.0-9-amd64", "0000000000000000", "none integrity [confidentiality]", "lockdown,yama", options);

        Report(machine).ShouldBe("doctor-ill");
    }

    [Theory]
    [InlineData("0000008000001000", "Missing: CAP_PERFMON for tracing. Run with sudo, or give them as CAP_BPF was given.")]
    [InlineData("000000c000000000", "Missing: CAP_NET_ADMIN for packets. Run with sudo, or give them as CAP_BPF was given.")]
    [InlineData("000000c000001000", "")]
    public void Rights_are_told_one_by_one(string capabilities, string remedy)
    {
        using var machine = new Workspace();
        Boot(machine, "6.18.4", capabilities, "[none]", "bpf", AllOptions);

        Assert.Equal(remedy, KernelChecks.Run(new MachineFiles(machine.Folder)).Single(result => result.Subject == "rights").Remedy);
    }

    [Fact]
    public void A_kernel_without_dynptrs_is_too_old()
    {
        using var machine = new Workspace();
        Boot(machine, "5.15.0", "000001ffffffffff", "[none]", "bpf", AllOptions);

        Assert.Equal(CheckState.Missing, KernelChecks.Run(new MachineFiles(machine.Folder)).First().State);
    }

    [Fact]
    public void Another_system_is_told_once()
    {
        using var machine = new Workspace();

        Assert.Equal("Linux", Assert.Single(KernelChecks.Run(new MachineFiles(machine.Folder))).Subject);
    }

    private static void Boot(Workspace machine, string release, string capabilities, string lockdown, string modules, string configuration)
    {
        machine.Write("proc/sys/kernel/osrelease", release + "\n");
        machine.Write("proc/sys/kernel/unprivileged_bpf_disabled", "2\n");
        machine.Write("proc/self/status", $"Name:\tdynptr\nCapEff:\t{capabilities}\nCapBnd:\t000001ffffffffff\n");
        machine.Write("sys/kernel/security/lockdown", lockdown + "\n");
        machine.Write("sys/kernel/security/lsm", modules);
        machine.Write($"boot/config-{release}", configuration);
    }

    private static CommandOutcome Report(Workspace machine)
    {
        using var output = new StringWriter();
        var exitCode = DoctorCommand.Report(
            new ToolConsole(output, output, isRedirected: true), [.. KernelChecks.Run(new MachineFiles(machine.Folder))]);
        return new CommandOutcome(exitCode, output.ToString().ReplaceLineEndings("\n"), "");
    }
}
