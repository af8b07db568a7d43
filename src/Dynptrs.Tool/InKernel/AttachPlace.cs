using System;
using System.IO;
using System.Linq;
using System.Net.NetworkInformation;
using Dynptrs.Build.Emitting;
using Dynptrs.Kernel;

namespace Dynptrs.Tool.InKernel;

/// <summary>Where programs are attached whose sections name no place.</summary>
internal sealed record AttachPlace
{
    private const string GroupMount = "/sys/fs/cgroup";

    /// <summary>A network device, by its name.</summary>
    public string? Device { get; init; }

    /// <summary>Which packets of it a program of traffic control is given; <see langword="null"/> where its section says.</summary>
    public TrafficDirection? Direction { get; init; }

    /// <summary>Who runs an XDP program.</summary>
    public XdpMode Mode { get; init; }

    /// <summary>The folder of a control group.</summary>
    public string? Group { get; init; }

    /// <summary>A hook of netfilter.</summary>
    public NetfilterPoint? Hook { get; init; }

    /// <summary>The protocol whose packets the hook is given.</summary>
    public NetfilterFamily Family { get; init; } = NetfilterFamily.IPv4;

    /// <summary>When the hook is asked, among others: those with smaller numbers first.</summary>
    public int Priority { get; init; }

    /// <summary>Where a program is attached, in words.</summary>
    /// <exception cref="ToolException">The place is not named, or is not there.</exception>
    public string Describe(ProgramDeclaration program) => KindOf(program) switch
    {
        PlaceKind.Device => $"{Device} (device {FindDevice(program)}{(IsTraffic(program) ? $", {Name(DirectionOf(program))}" : "")})",
        PlaceKind.Group => FindGroup(program),
        PlaceKind.Hook => $"the hook {Name(HookOf(program))} of {Name(Family)}",
        _ => program.Section,
    };

    /// <summary>Whether what is named here is a place for a program.</summary>
    public bool Serves(ProgramDeclaration program) => KindOf(program) switch
    {
        PlaceKind.Device => Device is not null,
        PlaceKind.Group => Group is not null,
        PlaceKind.Hook => Hook is not null,
        _ => false,
    };

    /// <summary>Whether a program needs a place that its section does not name.</summary>
    public static bool IsNeededBy(ProgramDeclaration program) => KindOf(program) != PlaceKind.Section;

    /// <summary>Refuses a place that no program is attached to.</summary>
    /// <exception cref="ToolException">It serves none of them.</exception>
    public void ThrowUnlessServes(params ProgramDeclaration[] programs)
    {
        var (option, serves) = (Device, Group, Hook) switch
        {
            ({ }, _, _) => ("--device", PlaceKind.Device),
            (_, { }, _) => ("--cgroup", PlaceKind.Group),
            (_, _, { }) => ("--hook", PlaceKind.Hook),
            _ => ("", PlaceKind.Section),
        };
        if (serves == PlaceKind.Section || programs.Any(program => KindOf(program) == serves))
            return;
        var what = programs is [var one]
            ? $"`{one.Name}` of the section \"{one.Section}\" is"
            : $"{string.Join(", ", programs.Select(program => $"`{program.Name}`"))} are";
        throw new ToolException($"{what} not attached by `{option}`. {WayOf(programs[0])}");
    }

    /// <summary>Attaches a program.</summary>
    /// <exception cref="ToolException">The place is not named, or is not there.</exception>
    /// <exception cref="BpfLoadException">It cannot be attached.</exception>
    public KernelLink Attach(KernelProgram loaded, ProgramDeclaration program) => KindOf(program) switch
    {
        PlaceKind.Device when IsTraffic(program) => loaded.AttachTraffic(FindDevice(program), DirectionOf(program)),
        PlaceKind.Device => loaded.AttachXdp(FindDevice(program), Mode),
        PlaceKind.Group => loaded.AttachCgroup(FindGroup(program)),
        PlaceKind.Hook => loaded.AttachNetfilter(new NetfilterHook(Family, HookOf(program), Priority)),
        _ => loaded.Attach(),
    };

    private static PlaceKind KindOf(ProgramDeclaration program) => program.Type switch
    {
        "XDP" or "SCHED_CLS" or "SCHED_ACT" => PlaceKind.Device,
        "NETFILTER" => PlaceKind.Hook,
        _ when program.Section.TrimStart('?').StartsWith("cgroup", StringComparison.Ordinal) => PlaceKind.Group,
        _ => PlaceKind.Section,
    };

    private static bool IsTraffic(ProgramDeclaration program) => program.Type != "XDP";

    private static string WayOf(ProgramDeclaration program) => KindOf(program) switch
    {
        PlaceKind.Device => $"Name a network device: `--device NAME`. There are {Devices()}.",
        PlaceKind.Group => $"Name the folder of a control group: `--cgroup {GroupMount}/…`.",
        PlaceKind.Hook => "Name a hook of netfilter: `--hook prerouting|localin|forward|localout|postrouting`.",
        _ => "Its section names the place: leave that out.",
    };

    private static string Devices()
    {
        var names = NetworkInterface.GetAllNetworkInterfaces().Select(device => $"`{device.Name}`").ToList();
        return names.Count == 0 ? "none here" : string.Join(", ", names);
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private ToolException Unnamed(ProgramDeclaration program) =>
        new($"`{program.Name}` has the section \"{program.Section}\", which names no place. {WayOf(program)}");

    private int FindDevice(ProgramDeclaration program)
    {
        if (Device is null)
            throw Unnamed(program);
        return NetworkInterface.GetAllNetworkInterfaces().FirstOrDefault(device => device.Name == Device)
            ?.GetIPProperties().GetIPv4Properties().Index
            ?? throw new ToolException($"There is no network device `{Device}`. There are {Devices()}.");
    }

    private string FindGroup(ProgramDeclaration program)
    {
        if (Group is null)
            throw Unnamed(program);
        return Directory.Exists(Group)
            ? Group
            : throw new ToolException($"There is no control group {Group}. It is a folder of a file system of the type cgroup2.");
    }

    private NetfilterPoint HookOf(ProgramDeclaration program) => Hook ?? throw Unnamed(program);

    private TrafficDirection DirectionOf(ProgramDeclaration program) => Direction
        ?? (program.Section.EndsWith("egress", StringComparison.Ordinal) ? TrafficDirection.Egress : TrafficDirection.Ingress);
}
