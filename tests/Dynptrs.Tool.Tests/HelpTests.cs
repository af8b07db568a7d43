using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dynptrs.Tool.Commands;
using Dynptrs.Tool.Terminal;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary>What a person reads who does not know the command yet.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string> Commands { get; } = [.. Tree.Subcommands.Select(command => command.Name)];

    private static RootCommand Tree => CommandTree.Create(new ToolConsole(TextWriter.Null, TextWriter.Null, isRedirected: true));

    [Fact]
    public async Task The_commands_are_listed_with_examples()
    {
        using var workspace = new Workspace();

        var help = await workspace.RunAsync("--help");

        // It is called as the process is.
        (help with { Output = help.Output.Replace("Dynptrs.Tool.Tests", "dynptr", StringComparison.Ordinal) }).ShouldBe("help");
    }

    /// <summary>What an example shows is understood.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_has_examples_that_hold(string command)
    {
        using var workspace = new Workspace();

        var help = await workspace.RunAsync(command, "--help");

        Assert.Equal(0, help.ExitCode);
        var examples = help.Output[help.Output.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split("   ")[0])
            .Select(line => Called().Match(line).Groups["arguments"].Value.Split(' '))
            .ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Empty(Tree.Parse(example).Errors));
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_answered_with_those_that_are()
    {
        using var workspace = new Workspace();

        var outcome = await workspace.RunAsync("frob");

        Assert.Equal(
            (2, "error: There is no command `frob`. There are verify, emit, load, run, attach, records, structs, tracepoint, doctor.\n"
                + "`dynptr --help` shows how it is used.\n"),
            (outcome.ExitCode, outcome.Errors));
    }

    // As root, it is named by its path.
    [GeneratedRegex("dynptr(\\)\")? (?<arguments>.+)$")]
    private static partial Regex Called();
}
