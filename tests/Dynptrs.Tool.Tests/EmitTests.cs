using System;
using System.IO;
using System.Threading.Tasks;
using Dynptrs.Build.Toolchain;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr emit</c>.</summary>
public sealed class EmitTests
{
    [Fact]
    public async Task C_needs_no_compiler()
    {
        using var workspace = new Workspace("Filter.cs");
        using var nowhere = new EnvironmentVariable(Clang.Variable, "/nowhere/clang");

        var outcome = await workspace.RunAsync("emit", "Filter.cs", "-o", "bpf", "--c");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Equal(["Filter.bpf.c"], workspace.List("bpf"));
        var source = await File.ReadAllTextAsync("bpf/Filter.bpf.c", TestContext.Current.CancellationToken);
        Assert.Matches("#line \\d+ \"Filter\\.cs\"", source);
    }

    [Fact]
    public async Task Objects_are_the_same_whatever_the_folder_is_called()
    {
        Needs.Clang();
        byte[] first;
        using (var workspace = new Workspace("Filter.cs"))
        {
            await workspace.RunAsync("emit", "Filter.cs", "-o", "bpf");
            Assert.Equal(["Filter.bpf.c", "Filter.bpf.o"], workspace.List("bpf"));
            first = await File.ReadAllBytesAsync("bpf/Filter.bpf.o", TestContext.Current.CancellationToken);
        }

        using var other = new Workspace("Filter.cs");
        await other.RunAsync("emit", "Filter.cs", "-o", "bpf", "--object");
        Assert.Equal(["Filter.bpf.o"], other.List("bpf"));
        Assert.Equal(first, await File.ReadAllBytesAsync("bpf/Filter.bpf.o", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("16k", 0)]
    [InlineData("8k", 2)]
    public async Task A_full_disk_is_one_error_and_leaves_no_half_object(string size, int exitCode)
    {
        Needs.Clang();
        using var workspace = new Workspace("Recorder.cs");
        Directory.CreateDirectory("small");
        Command.SkipUnlessRun("mount", "-t", "tmpfs", "-o", $"size={size}", "none", "small");
        try
        {
            var outcome = await workspace.RunAsync("emit", "Recorder.cs", "-o", "small");

            Assert.Equal(exitCode, outcome.ExitCode);
            string[] written = exitCode == 0 ? ["Recording.Recorder.bpf.c", "Recording.Recorder.bpf.o"] : ["Recording.Recorder.bpf.c"];
            Assert.Equal(written, workspace.List("small"));
            var error = "error: small/Recording.Recorder.bpf.o is not written: No space left on device";
            Assert.StartsWith(exitCode == 0 ? "" : error, outcome.Errors, StringComparison.Ordinal);
        }
        finally
        {
            Assert.Equal(0, Command.Run("umount", "small").Code);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_is_one_error()
    {
        using var workspace = new Workspace("Filter.cs");

        (await workspace.RunAsync("emit", "Filter.cs", "-o", "Filter.cs", "--c")).ShouldFail(
            "There is no folder Filter.cs, and none can be made: The file 'Filter.cs' already exists.");
    }

    [Theory]
    [InlineData("Leaking.cs", "emit-refused")]
    [InlineData("WithoutForm.cs", "emit-without-form")]
    public async Task What_cannot_be_emitted_is_named_at_its_line_and_nothing_is_written(string file, string golden)
    {
        using var workspace = new Workspace(file);

        (await workspace.RunAsync("emit", file, "-o", "bpf", "--c")).ShouldBe(golden);
        Assert.Empty(workspace.List("bpf"));
    }

    [Fact]
    public async Task An_older_kernel_gets_the_instructions_that_it_has()
    {
        Needs.Clang();
        using var workspace = new Workspace("Filter.cs");
        workspace.WriteProject(properties: "<BpfKernelVersion>6.5</BpfKernelVersion>");

        var outcome = await workspace.RunAsync("emit", ".", "-o", "bpf");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(@"^Filter\.cs\(28,1\): error BPF002: clang makes no object of this: .*signed division", outcome.Output);
    }

    [Fact]
    public async Task A_compiler_that_is_missing_is_named_with_the_command_that_installs_it()
    {
        using var workspace = new Workspace("Filter.cs");
        using var path = new EnvironmentVariable("PATH", workspace.Folder);
        using var unset = new EnvironmentVariable(Clang.Variable, null);

        (await workspace.RunAsync("emit", "Filter.cs", "-o", "bpf")).ShouldFail(
            "clang 19 or later is not installed, which makes objects for the kernel. Install it: `apt-get install clang-19 llvm-19`; "
            + "or name one in the environment variable DYNPTR_CLANG.");
    }

    [Fact]
    public async Task A_compiler_that_was_chosen_and_is_not_there_is_named()
    {
        using var workspace = new Workspace("Filter.cs");
        using var nowhere = new EnvironmentVariable(Clang.Variable, "/nowhere/clang");

        (await workspace.RunAsync("emit", "Filter.cs", "-o", "bpf")).ShouldFail(
            "DYNPTR_CLANG names `/nowhere/clang`, which is not there. Name a clang of version 19 or later, or unset it.");
    }

    [Fact]
    public async Task A_file_without_programs_says_what_a_program_is()
    {
        using var workspace = new Workspace();
        workspace.Write("Empty.cs", "public static class Empty;");

        (await workspace.RunAsync("emit", "Empty.cs", "-o", "bpf", "--c")).ShouldFail(
            "Empty.cs has no programs. A program is a static method that says its section: [BpfProgram(\"xdp\")].");
    }
}
