using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Kernel;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr records</c>.</summary>
public sealed class RecordsTests
{
    private const string Sample = "Sample { Reason = Called, Port = 80, IsLast = False, Level = 3, Kind = 7, Number = 42, Label = ok }";

    [Fact]
    public async Task Records_are_printed_by_their_fields()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Samples", "--program", "OnCall", "--count", "3");

        Assert.Equal(
            (0, $"{Sample}\n{Sample}\n{Sample}\n", "Attached: OnCall to raw_tp/sys_enter. Ctrl+C detaches and ends.\n"),
            (outcome.ExitCode, outcome.Output, outcome.Errors));
    }

    [Fact]
    public async Task They_are_JSON_for_programs_to_read()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Recorder.Samples", "-p", "OnCall", "-n", "1", "--json");

        Assert.Equal(
            """
            {"type":"Sample","value":{"Reason":"Called","Port":80,"IsLast":false,"Level":3,"Kind":7,"Number":42,"Label":"ok"}}

            """.ReplaceLineEndings("\n"),
            outcome.Output);
    }

    [Fact]
    public async Task What_follows_a_type_is_printed_as_bytes()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Tails", "-p", "OnReturn", "-n", "100");

        string[] expected = ["UInt64 5", "UInt64 5 + 1 byte: cd", "UInt64 5 + 2 bytes: cd", "UInt64 5 + 3 bytes: cd"];
        // The last bytes of a record are those of an older one.
        Assert.Equal(
            expected,
            outcome.Output.Trim().Split('\n')
                .Select(line => line[..Math.Min(line.Length, 22)].TrimEnd('0'))
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_the_code_says_no_type_they_are_bytes()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Raw", "-p", "OnReturn", "-n", "1");

        Assert.Equal("3 bytes: ab0000\n", outcome.Output);
        Assert.StartsWith("The code does not say what records of `Raw` are", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.Byte", "Byte 171 + 2 bytes: 0000\n")]
    [InlineData("Sample", "3 bytes: ab0000\n")]
    public async Task A_type_that_is_named_is_the_one(string type, string output)
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Raw", "-p", "OnReturn", "-n", "1", "--as", type);

        Assert.Equal(output, outcome.Output);
    }

    /// <summary>Records that come while it ends are printed, too: each was written before the program was detached.</summary>
    [Fact]
    public async Task Cancelled_it_ends_well_and_leaves_nothing_attached()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");
        using var cancellation = new CancellationTokenSource();
        using var output = new ListeningWriter("Sample {", cancellation.Cancel);
        var before = Links();

        var outcome = await workspace.RunAsync(["records", "Recorder.cs", "Samples", "-p", "OnCall"], cancellation.Token, output);

        Assert.Equal(0, outcome.ExitCode);
        Assert.All(outcome.Output.TrimEnd('\n').Split('\n'), line => Assert.Equal(Sample, line));
        Assert.Equal(before, Links());
    }

    [Fact]
    public async Task Cancelled_before_it_begins_it_says_so()
    {
        Needs.Clang();
        using var workspace = new Workspace("Recorder.cs");

        var outcome = await workspace.RunAsync(["records", "Recorder.cs", "Samples"], new CancellationToken(canceled: true));

        Assert.Equal((2, "Cancelled.\n"), (outcome.ExitCode, outcome.Errors));
    }

    [Fact]
    public async Task A_ring_buffer_that_another_fills_is_read_where_it_is_pinned()
    {
        Needs.Kernel();
        using var files = BpfFileSystem.Mount();
        using var workspace = new Workspace("Recorder.cs");
        Assert.Equal(0, (await workspace.RunAsync("emit", "Recorder.cs", "-o", ".")).ExitCode);
        using var loaded = KernelObject.Load(File.ReadAllBytes(Path.Combine(workspace.Folder, "Recording.Recorder.bpf.o")));
        loaded.Map("Samples").Pin(files.PathOf("samples"));
        loaded.Map("Turns").Pin(files.PathOf("turns"));
        using (loaded.Program("OnCall").Attach())
            Assert.False(File.Exists("/nowhere"));

        var path = files.PathOf("samples");
        var outcome = await workspace.RunAsync("records", "Recorder.cs", "Samples", "--pinned", path, "-n", "1");

        Assert.Equal(
            (0, $"{Sample}\n", $"Reading {path}: a record is read once, so that no other reader sees it. Ctrl+C ends.\n"),
            (outcome.ExitCode, outcome.Output, outcome.Errors));
        (await workspace.RunAsync("records", "Recorder.cs", "Samples", "--pinned", files.PathOf("turns"))).ShouldFail(
            $"What is pinned to {files.PathOf("turns")} is no ring buffer, but a map of the type Array.");
    }

    [Theory]
    [InlineData("Turns", "`Turns` is no ring buffer, but of the type ArrayMap<int>: it has no records.")]
    [InlineData("Smaples", "There is no ring buffer `Smaples`. There are `Recorder.Samples`, `Recorder.Tails`, `Recorder.Raw`.")]
    public async Task A_name_that_is_no_ring_buffer_is_answered_with_what_is(string name, string message)
    {
        Needs.Clang();
        using var workspace = new Workspace("Recorder.cs");

        (await workspace.RunAsync("records", "Recorder.cs", name)).ShouldFail(message);
    }

    [Theory]
    [InlineData("Recorder", "`Recorder` is no struct of numbers, which is what bytes can be read as.")]
    [InlineData("Smaple", "There is no type `Smaple`.")]
    public async Task A_name_that_is_no_type_of_records_says_so(string type, string message)
    {
        Needs.Clang();
        using var workspace = new Workspace("Recorder.cs");

        (await workspace.RunAsync("records", "Recorder.cs", "Raw", "--as", type)).ShouldFail(message);
    }

    [Fact]
    public async Task Programs_that_do_not_use_it_are_named()
    {
        Needs.Kernel();
        using var workspace = new Workspace("Recorder.cs");

        (await workspace.RunAsync("records", "Recorder.cs", "Samples", "-p", "OnReturn")).ShouldFail(
            "None of `OnReturn` uses `Samples`. `--program` names others.");
    }

    private static int Links() => Command.Run("bpftool", "link", "list") is (0, var list)
        ? list.Split('\n').Count(line => line.Contains($"dotnet({Environment.ProcessId})", StringComparison.Ordinal))
        : 0;
}
