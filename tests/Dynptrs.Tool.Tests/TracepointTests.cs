using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr tracepoint</c>: what a tracepoint gives to programs as a class of C#.</summary>
public sealed class TracepointTests
{
    private const string Exec = """
        name: sched_process_exec
        ID: 324
        format:
        	field:unsigned short common_type;	offset:0;	size:2;	signed:0;
        	field:unsigned char common_flags;	offset:2;	size:1;	signed:0;
        	field:unsigned char common_preempt_count;	offset:3;	size:1;	signed:0;
        	field:int common_pid;	offset:4;	size:4;	signed:1;

        	field:__data_loc char[] filename;	offset:8;	size:4;	signed:0;
        	field:pid_t pid;	offset:12;	size:4;	signed:1;
        	field:pid_t old_pid;	offset:16;	size:4;	signed:1;

        print fmt: "filename=%s pid=%d old_pid=%d", __get_str(filename), REC->pid, REC->old_pid
        """;

    private const string Wakeup = """
        name: sched_waking
        ID: 319
        format:
        	field:unsigned short common_type;	offset:0;	size:2;	signed:0;

        	field:char comm[16];	offset:8;	size:16;	signed:0;
        	field:pid_t pid;	offset:24;	size:4;	signed:1;
        	field:void * function;	offset:32;	size:8;	signed:0;
        """;

    [Fact]
    public async Task Fields_become_properties()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());
        workspace.Write("exec.txt", Exec);

        (await workspace.RunAsync("tracepoint", "sched/sched_process_exec", "--format", "exec.txt", "--btf", "types")).ShouldBe("tracepoint");
    }

    [Fact]
    public async Task Tracepoints_that_are_alike_share_a_struct()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());
        workspace.Write("waking.txt", Wakeup);

        (await workspace.RunAsync("tracepoint", "sched/sched_waking", "--format", "waking.txt", "--btf", "types"))
            .ShouldBe("tracepoint-shared");
    }

    [Theory]
    [InlineData("sched/sched_waking", "exec.txt", "exec.txt is about the tracepoint `sched_process_exec`, and not about `sched_waking`.")]
    [InlineData("sched/sched_process_exec", "none.txt", "There is no none.txt.")]
    [InlineData(
        "sched/sched_process_exec",
        "types",
        "types is no format of a tracepoint: such a file begins with `name:`, and has a line `field:` for each field.")]
    [InlineData(
        "a/other",
        "other.txt",
        "These types have no struct with the fields of `other`. Those of system calls are `trace_event_raw_sys_enter` and "
        + "`trace_event_raw_sys_exit`: `dynptr structs` writes their classes.")]
    public async Task What_is_not_there_is_named(string name, string format, string message)
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());
        workspace.Write("exec.txt", Exec);
        workspace.Write("other.txt", Exec.Replace("sched_process_exec", "other", StringComparison.Ordinal)
            .Replace("pid_t pid;	offset:12;	size:4", "pid_t pid;	offset:12;	size:8", StringComparison.Ordinal));

        (await workspace.RunAsync("tracepoint", name, "--format", format, "--btf", "types")).ShouldFail(message);
    }

    [Theory]
    [InlineData("sched_process_exec")]
    [InlineData("/x")]
    [InlineData("../x")]
    public async Task A_tracepoint_has_a_category_and_a_name(string name)
    {
        using var workspace = new Workspace();
        (await workspace.RunAsync("tracepoint", name))
            .ShouldFail($"`{name}` is no tracepoint: it has a category and a name, as `sched/sched_process_exec` has.");
    }

    [Fact]
    public async Task The_kernel_that_runs_here_has_the_struct()
    {
        Assert.SkipUnless(File.Exists("/sys/kernel/btf/vmlinux"), "This kernel tells no types.");
        using var workspace = new Workspace();
        workspace.Write("exec.txt", Exec);

        var outcome = await workspace.RunAsync("tracepoint", "sched/sched_process_exec", "--format", "exec.txt");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("[KernelStruct(\"trace_event_raw_sched_process_exec\", IsContext = true)]\n", outcome.Output);
    }

    /// <summary>Whatever a text says, the answer is a text or one error.</summary>
    [Fact]
    public async Task Broken_texts_are_told()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());
        var random = new Random(18);
        for (var i = 0; i < 200; i++)
        {
            var broken = Encoding.UTF8.GetBytes(Exec);
            for (var j = 0; j < 3; j++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            workspace.Write("exec.txt", broken);

            var outcome = await workspace.RunAsync("tracepoint", "sched/sched_process_exec", "--format", "exec.txt", "--btf", "types");

            var isTold = outcome.ExitCode == 2 && outcome.Errors.StartsWith("error: ", StringComparison.Ordinal);
            Assert.True(isTold || outcome is { ExitCode: 0, Errors: "" }, outcome.Errors);
        }
    }

    private static byte[] Types()
    {
        var types = new TypeFileBuilder();
        var number = types.Integer("int", 4, encoding: 1);
        var location = types.Integer("unsigned int", 4);
        var letter = types.Integer("char", 1, encoding: 1);
        var head = types.Structure("trace_entry", ("type", number, 0));
        var pid = types.Alias("pid_t", number);
        var rest = types.Array(letter, 0);
        var task = types.Pointer(types.Structure("task_struct", ("pid", number, 0)));
        types.Structure(
            "trace_event_raw_sched_process_exec",
            ("ent", head, 0), ("__data_loc_filename", location, 0), ("pid", pid, 0), ("old_pid", pid, 0), ("__data", rest, 0));
        types.Structure(
            "trace_event_raw_sched_wakeup_template",
            ("ent", head, 0), ("comm", types.Array(letter, 16), 0), ("pid", pid, 0), ("function", task, 0), ("__data", rest, 0));
        return types.Build();
    }
}
