using System;
using System.IO;
using System.Threading.Tasks;
using Dynptrs.Tool.Tests.Support;

namespace Dynptrs.Tool.Tests;

/// <summary><c>dynptr structs</c>: structs of a kernel's as classes of C#.</summary>
public sealed class StructsTests
{
    private const string Fields =
        "pid,comm,flag,state,real_parent.pid,mm.exe_file,mm.exe_file.f_inode.i_ino,se.runtime,inner,owner,cgroups,"
        + "space,__count,last.pid,GetType";

    [Fact]
    public async Task Fields_become_properties()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());

        (await workspace.RunAsync("structs", "task_struct", "--fields", Fields, "--btf", "types")).ShouldBe("structs");
    }

    [Fact]
    public async Task Fields_that_are_copied_are_not_trusted()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());

        (await workspace.RunAsync("structs", "task_struct", "--fields", "pid, real_parent.pid", "--btf", "types", "--probed"))
            .ShouldBe("structs-probed");
    }

    [Fact]
    public async Task What_an_iterator_gives_may_be_null()
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());

        (await workspace.RunAsync("structs", "bpf_iter__task", "--fields", "task.pid,meta.seq_num", "--btf", "types"))
            .ShouldBe("structs-iterator");
    }

    [Theory]
    [InlineData("no_struct", "pid", "There is no struct `no_struct` in these types.")]
    [InlineData("task_struct", "pidd", "`task_struct` has no field `pidd` in these types.")]
    [InlineData("task_struct", "mm.none", "`task_struct` has no field `mm.none` in these types.")]
    [InlineData("task_struct", "se", "`task_struct.se` is a struct: name a field of it, such as `se.runtime`.")]
    [InlineData("task_struct", "bits", "`task_struct.bits` is a bit field, which has no bytes of its own.")]
    [InlineData("task_struct", "pid.x", "`task_struct.pid` leads to nothing that has fields.")]
    [InlineData("task_struct", "space.x", "`task_struct.space` leads to nothing that has fields.")]
    [InlineData("task_struct", "structs", "`task_struct.structs` is an array of what is no number, or of no fixed length.")]
    [InlineData("task_struct", "matrix", "`task_struct.matrix` is an array of what is no number, or of no fixed length.")]
    [InlineData("task_struct", "wide", "`task_struct.wide` is neither a number nor a pointer, and has no form in C# here.")]
    [InlineData("task_struct", "mm..x", "`mm..x` is no field: names stand between dots, as in `mm.exe_file`.")]
    public async Task What_is_not_there_is_named(string name, string fields, string message)
    {
        using var workspace = new Workspace();
        workspace.Write("types", Types());

        (await workspace.RunAsync("structs", name, "--fields", fields, "--btf", "types")).ShouldFail(message);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_is_another_is_named()
    {
        using var workspace = new Workspace();
        workspace.Write("text", "This is a text, and no types at all.");

        (await workspace.RunAsync("structs", "file", "--fields", "x", "--btf", "none")).ShouldFail("There is no none.");
        (await workspace.RunAsync("structs", "file", "--fields", "x", "--btf", "text"))
            .ShouldFail("text is no type information (BTF) of a kernel: it does not begin as such a file does.");
    }

    /// <summary>Whatever a file says, the answer is a text or one error.</summary>
    [Fact]
    public async Task Broken_files_are_told()
    {
        using var workspace = new Workspace();
        var types = Types();
        var random = new Random(18);
        for (var i = 0; i < 400; i++)
        {
            var broken = types.AsSpan(0, i % 2 == 0 ? types.Length : random.Next(types.Length)).ToArray();
            for (var j = 0; j < 3 && broken.Length > 0; j++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            workspace.Write("types", broken);

            var outcome = await workspace.RunAsync("structs", "task_struct", "--fields", Fields, "--btf", "types");

            var isTold = outcome.ExitCode == 2 && outcome.Errors.StartsWith("error: ", StringComparison.Ordinal);
            Assert.True(isTold || outcome is { ExitCode: 0, Errors: "" }, outcome.Errors);
        }
    }

    [Fact]
    public async Task A_type_that_is_made_of_itself_is_told()
    {
        using var workspace = new Workspace();
        var types = new TypeFileBuilder();
        types.Structure("ring", ("x", types.Alias("a", 1), 0));
        workspace.Write("types", types.Build());

        (await workspace.RunAsync("structs", "ring", "--fields", "x", "--btf", "types"))
            .ShouldFail("types is no type information (BTF) of a kernel: it has a type that is made of itself.");
    }

    [Fact]
    public async Task The_kernel_that_runs_here_has_tasks()
    {
        Assert.SkipUnless(File.Exists("/sys/kernel/btf/vmlinux"), "This kernel tells no types.");
        using var workspace = new Workspace();

        var outcome = await workspace.RunAsync("structs", "task_struct", "--fields", "pid,comm,real_parent.tgid,mm.start_code");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("    public int Pid { get; init; }\n", outcome.Output);
        Assert.Contains("[InlineArray(16)]\ninternal struct TaskStructComm\n", outcome.Output);
        Assert.Contains("    [KernelField(Trust = PointerTrust.Rcu)]\n    public TaskStruct RealParent", outcome.Output);
    }

    /// <summary>A small kernel.</summary>
    private static byte[] Types()
    {
        var types = new TypeFileBuilder();
        var number = types.Integer("int", 4, encoding: 1);
        var wide = types.Integer("unsigned long", 8);
        var letter = types.Integer("char", 1, encoding: 1);
        var truth = types.Integer("_Bool", 1, encoding: 4);
        var huge = types.Integer("__int128", 16);
        var state = types.Enumeration("state", 4);
        var inode = types.Pointer(types.Structure("inode", ("i_ino", wide, 0)));
        var file = types.Pointer(types.Structure("file", ("f_inode", inode, 0)));
        types.Structure("file__safe_trusted", ("f_inode", inode, 0));
        var mm = types.Pointer(types.Structure("mm_struct", ("exe_file", file, 0)));
        types.Structure("mm_struct__safe_rcu_or_null", ("exe_file", file, 0));
        var entity = types.Structure("sched_entity", ("runtime", types.Alias("u64", wide), 0));
        var task = types.Pointer(types.Forward("task_struct"));
        types.Structure("task_struct__safe_rcu", ("real_parent", task, 0));
        var cgroups = types.Pointer(types.Tag("rcu", types.Forward("css_set")));
        types.Structure("css_set");
        types.Structure(
            "task_struct",
            ("pid", types.Alias("pid_t", number), 0),
            ("comm", types.Array(letter, 16), 0),
            ("flag", truth, 0),
            ("state", state, 0),
            ("real_parent", task, 0),
            ("mm", mm, 0),
            ("se", entity, 0),
            ("", types.Union("", ("inner", number, 0), ("other", wide, 0)), 0),
            ("owner", types.Pointer(0), 0),
            ("cgroups", cgroups, 0),
            ("space", types.Pointer(types.Tag("user", types.Forward("css_set"))), 0),
            ("__count", wide, 0),
            ("last", task, 0),
            ("matrix", types.Array(types.Array(number, 3), 2), 0),
            ("structs", types.Array(entity, 2), 0),
            ("wide", huge, 0),
            ("GetType", number, 0),
            ("bits", number, 3));
        types.Structure(
            "bpf_iter__task",
            ("meta", types.Pointer(types.Structure("bpf_iter_meta", ("seq_num", wide, 0))), 0),
            ("task", task, 0));
        return types.Build();
    }
}
