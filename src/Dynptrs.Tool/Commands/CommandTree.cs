using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using Dynptrs.Tool.Terminal;

namespace Dynptrs.Tool.Commands;

/// <summary>All commands, and examples of each.</summary>
internal static class CommandTree
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["dynptr"] =
        [
            "dynptr verify                                   the project in this folder",
            "dynptr load App.csproj OnPacket                 what the kernel says, beside what we say",
            "dynptr run OnPacket --packet syn.hex            in process and in the kernel: do they agree?",
            "dynptr doctor                                   what this machine lacks",
        ],
        ["verify"] =
        [
            "dynptr verify                                   the project in this folder",
            "dynptr verify src/App --sarif report.sarif      and a report for GitHub or an editor",
            "dynptr verify Probe.cs                          a file that belongs to no project",
        ],
        ["emit"] =
        [
            "dynptr emit App.csproj -o bpf                   bpf/App.Filter.bpf.c and bpf/App.Filter.bpf.o",
            "dynptr emit Probe.cs -o . --c                   the C alone, to read it",
        ],
        ["load"] =
        [
            "dynptr load App.csproj                          all programs",
            "sudo \"$(command -v dynptr)\" load App.csproj    the same, with the rights that it takes",
            "dynptr load Probe.cs OnNanosleep --log          one program, with all that the kernel says",
            "dynptr load App.csproj --kernel                 also those that are refused here: is the kernel of the same mind?",
        ],
        ["run"] =
        [
            "dynptr run OnPacket --packet syn.hex            one packet, of the project in this folder",
            "dynptr run Filter.OnPacket -p App.csproj --capture web.pcap",
        ],
        ["attach"] =
        [
            "dynptr attach App.csproj OnNanosleep            until Ctrl+C",
            "dynptr attach App.csproj OnPacket --device eth0",
            "dynptr attach App.csproj OnGroup --cgroup /sys/fs/cgroup/service",
            "dynptr attach App.csproj OnHook --hook localin --priority -10",
        ],
        ["records"] =
        [
            "dynptr records Probe.cs Events                  what the programs of its class write, until Ctrl+C",
            "dynptr records App.csproj Filter.Drops --device eth0",
            "dynptr records Probe.cs Events --as Header --json --count 10",
            "dynptr records App.csproj Events --pinned /sys/fs/bpf/events",
        ],
        ["structs"] =
        [
            "dynptr structs task_struct --fields pid,comm,mm.exe_file.f_inode.i_ino",
            "dynptr structs file --fields f_flags --btf linux-6.12.btf",
        ],
        ["tracepoint"] =
        [
            "dynptr tracepoint sched/sched_process_exec",
            "dynptr tracepoint sched/sched_switch --format sched_switch.txt",
        ],
        ["doctor"] = ["dynptr doctor", "sudo \"$(command -v dynptr)\" doctor             with the rights that loading takes"],
    };

    /// <summary>The command <c>dynptr</c>.</summary>
    public static RootCommand Create(ToolConsole console)
    {
        var root = new RootCommand("BPF programs in C#: verified here, made into objects, loaded into the kernel, and compared with it.")
        {
            VerifyCommand.Create(console), EmitCommand.Create(console), LoadCommand.Create(console), RunCommand.Create(console),
            AttachCommand.Create(console), RecordsCommand.Create(console), StructsCommand.Create(console), TracepointCommand.Create(console),
            DoctorCommand.Create(console),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!, FindExamples);
        return root;
    }

    private static string[] FindExamples(Command command) =>
        Examples.GetValueOrDefault(command is RootCommand ? "dynptr" : command.Name, []);
}
