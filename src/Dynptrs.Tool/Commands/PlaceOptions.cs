using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using Dynptrs.Kernel;
using Dynptrs.Tool.InKernel;

namespace Dynptrs.Tool.Commands;

/// <summary>The options that say where programs are attached whose sections do not.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<string?> _device = new("--device", "-d")
    {
        Description = "The network device that XDP programs and those of traffic control are attached to.",
        HelpName = "NAME",
    };

    private readonly Option<TrafficDirection?> _direction = Choice<TrafficDirection?>(
        "--direction", "Which packets traffic control gives: ingress or egress. Without it, as the section says, else ingress.");

    private readonly Option<XdpMode> _mode = Choice<XdpMode>(
        "--mode", "Who runs an XDP program: driver, generic or hardware. Without it, whoever can.");

    private readonly Option<string?> _group = new("--cgroup")
    {
        Description = "The folder of the control group that programs of such are attached to.",
        HelpName = "FOLDER",
    };

    private readonly Option<NetfilterPoint?> _hook = Choice<NetfilterPoint?>(
        "--hook", "The hook that netfilter programs are attached to: prerouting, localin, forward, localout or postrouting.");

    private readonly Option<NetfilterFamily?> _family = Choice<NetfilterFamily?>(
        "--family", "The protocol of that hook: ipv4, which it is by itself, or ipv6.");

    private readonly Option<int> _priority = new("--priority")
    {
        Description = "When that hook asks the program: those with smaller numbers before it. 0 by itself.",
        HelpName = "NUMBER",
    };

    private Option[] All => [_device, _direction, _mode, _group, _hook, _family, _priority];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (new Option[] { _device, _group, _hook }.Count(option => IsIn(result, option)) > 1)
                result.AddError("A program is attached to one place: name `--device`, `--cgroup` or `--hook`.");
        });
    }

    /// <summary>Whether one of them was given.</summary>
    public bool AreIn(CommandResult result) => All.Any(option => IsIn(result, option));

    /// <summary>What was given.</summary>
    public AttachPlace Read(ParseResult result) => new()
    {
        Device = result.GetValue(_device),
        Direction = result.GetValue(_direction),
        Mode = result.GetValue(_mode),
        Group = result.GetValue(_group),
        Hook = result.GetValue(_hook),
        Family = result.GetValue(_family) ?? NetfilterFamily.IPv4,
        Priority = result.GetValue(_priority),
    };

    private static bool IsIn(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>A name of an enumeration, in small letters.</summary>
    private static Option<T> Choice<T>(string name, string description)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        var names = Enum.GetNames(type).Select(known => known.ToLowerInvariant()).ToArray();
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            CustomParser = result => Parse(result, type, names) is { } value ? (T)value : default,
        };
        option.CompletionSources.Add(names);
        return option;
    }

    private static object? Parse(ArgumentResult result, Type type, string[] names)
    {
        var text = result.Tokens[0].Value;
        if (names.Contains(text))
            return Enum.Parse(type, text, ignoreCase: true);
        result.AddError($"`{text}` is none of {string.Join(", ", names)}.");
        return null;
    }
}
