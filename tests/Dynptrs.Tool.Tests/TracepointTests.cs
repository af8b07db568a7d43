using System;
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
        name: sys_enter_openat
        ID: 319
        format:
        	field:unsigned short common_type;	offset:0;	size:2;	signed:0;

        	field:int __syscall_nr;	offset:8;	size:4;	signed:1;
        	field:const char * filename;	offset:16;	size:8;	signed:0;
        	field:char comm[16];	offset:24;	size:16;	signed:0;
        	field:unsigned long args[6];	offset:40;	size:48;	signed:0;
        	field:bool flag;	offset:88;	size:1;	signed:0;
        	field:u8 kind;	offset:89;	size:1;	signed:0;
        	field:short left;	offset:90;	size:2;	signed:1;
        	field:struct pair both;	offset:96;	size:16;	signed:0;
        	field:__rel_loc u32[] numbers;	offset:112;	size:4;	signed:0;
        	field:u64 equals;	offset:120;	size:8;	signed:0;
        """;

    [Fact]
    public async Task Fields_become_properties()
    {
        using var workspace = new Workspace();
        workspace.Write("exec.txt", Exec);

        (await workspace.RunAsync("tracepoint", "sched/sched_process_exec", "--format", "exec.txt")).ShouldBe("tracepoint");
    }

    [Fact]
    public async Task Arrays_pointers_and_system_calls_have_a_form()
    {
        using var workspace = new Workspace();
        workspace.Write("switch.txt", Wakeup);

        (await workspace.RunAsync("tracepoint", "syscalls/sys_enter_openat", "--format", "switch.txt"))
            .ShouldBe("tracepoint-arrays");
    }

    [Theory]
    [InlineData("sched/sched_waking", "exec.txt", "exec.txt is about the tracepoint `sched_process_exec`, and not about `sched_waking`.")]
    [InlineData("sched/sched_process_exec", "none.txt", "There is no none.txt.")]
    [InlineData(
        "sched/sched_process_exec",
        "types",
        "types is no format of a tracepoint: such a file begins with `name:`, and has a line `field:` for each field.")]
    public async Task What_is_not_there_is_named(string name, string format, string message)
    {
        using var workspace = new Workspace();
        workspace.Write("exec.txt", Exec);
        workspace.Write("types", "This is a text, and no format at all.");

        (await workspace.RunAsync("tracepoint", name, "--format", format)).ShouldFail(message);
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

    /// <summary>Whatever a text says, the answer is a text or one error.</summary>
    [Fact]
    public async Task Broken_texts_are_told()
    {
        using var workspace = new Workspace();
        var random = new Random(18);
        for (var i = 0; i < 200; i++)
        {
            var broken = Encoding.UTF8.GetBytes(Exec);
            for (var j = 0; j < 3; j++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            workspace.Write("exec.txt", broken);

            var outcome = await workspace.RunAsync("tracepoint", "sched/sched_process_exec", "--format", "exec.txt");

            var isTold = outcome.ExitCode == 2 && outcome.Errors.StartsWith("error: ", StringComparison.Ordinal);
            Assert.True(isTold || outcome is { ExitCode: 0, Errors: "" }, outcome.Errors);
        }
    }
}
