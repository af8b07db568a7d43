using System;
using System.IO;
using System.Linq;
using Dynptrs.Kernel.Tests.Building;
using Dynptrs.Kernel.Tests.Programs;

namespace Dynptrs.Kernel.Tests;

/// <summary>Nothing stays, in this process or in the kernel.</summary>
public sealed class LeakTests
{
    private const string Child = "DYNPTRS_HOLDING_CHILD";

    [Fact]
    public void A_thousand_objects_leave_no_descriptor_and_no_mapping()
    {
        var content = Objects.Compile("Tracer");
        Use(content);
        var before = (Descriptors(), Mappings());
        for (var i = 0; i < 1000; i++)
            Use(content);
        Assert.Equal(before, (Descriptors(), Mappings()));
    }

    [Fact]
    public void A_thousand_links_leave_no_descriptor_and_detach_the_program()
    {
        using var tracer = Tracer.Skeleton.Load(Objects.Compile("Tracer"));
        tracer.Programs.OnSystemCall.Attach().Dispose();
        tracer.Bss.Watched = Environment.ProcessId;
        var before = Descriptors();
        for (var i = 0; i < 1000; i++)
            tracer.Programs.OnSystemCall.Attach().Dispose();
        Assert.Equal(before, Descriptors());
        var calls = tracer.Bss.Calls;
        Assert.False(File.Exists("/nowhere"));
        Assert.Equal(calls, tracer.Bss.Calls);
    }

    [Fact]
    public void What_is_refused_leaves_no_descriptor()
    {
        var content = Objects.CompileRefused("Unchecked");
        Assert.Throws<BpfVerifierException>(() => KernelObject.Load(content));
        var before = Descriptors();
        for (var i = 0; i < 20; i++)
            Assert.Throws<BpfVerifierException>(() => KernelObject.Load(content));
        Assert.Equal(before, Descriptors());
    }

    [Fact]
    public void A_host_that_is_killed_leaves_nothing_attached()
    {
        Objects.Compile("Tracer");
        Assert.SkipUnless(Command.Run("bpftool", "version").Code == 0, "bpftool, which lists what is attached, is not installed.");
        using var child = ChildProcess.Start(nameof(Hold), (Child, "1"));
        while (child.StandardOutput.ReadLine() is { } line && !line.Contains("attached", StringComparison.Ordinal))
        {
        }

        var link = Directory.GetFiles($"/proc/{child.Id}/fdinfo")
            .SelectMany(ReadWhatIsThere)
            .Single(line => line.StartsWith("link_id:", StringComparison.Ordinal))
            .Split('\t')[1];
        Assert.Equal(0, Command.Run("bpftool", "link", "show", "id", link).Code);
        child.Kill();
        child.WaitForExit();
        Assert.NotEqual(0, Command.Run("bpftool", "link", "show", "id", link).Code);
    }

    /// <summary>The lines of a descriptor; none, where the child has closed it meanwhile.</summary>
    private static string[] ReadWhatIsThere(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    /// <summary>The host that is killed: it is this test in a process of its own.</summary>
    [Fact]
    public void Hold()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Child) is null, "Another test runs this one in a process of its own.");
        using var tracer = Tracer.Skeleton.Load(Objects.Compile("Tracer"));
        using var link = tracer.Programs.OnSystemCall.Attach();
        using (var output = Console.OpenStandardOutput())
            output.Write("attached\n"u8);
        System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
    }

    private static void Use(byte[] content)
    {
        using var tracer = Tracer.Skeleton.Load(content);
        tracer.Bss.Watched = 1;
        tracer.Programs.OnSystemCall.Attach();
        tracer.Programs.OnSystemCall.TestRun(new TracepointContext(1, 2));
    }

    private static int Descriptors()
    {
        // What is garbage has a finalizer.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Directory.GetFiles("/proc/self/fd").Count(IsOfKernelObject);
    }

    /// <summary>Whether a descriptor is a map, a program, a link or types: the runtime opens and closes others when it likes.</summary>
    private static bool IsOfKernelObject(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.Name is { } name
                && (name.Contains("bpf", StringComparison.Ordinal) || name.Contains("btf", StringComparison.Ordinal));
        }
        catch (FileNotFoundException)
        {
            // It was closed since it was listed.
            return false;
        }
    }

    private static int Mappings() => File.ReadLines("/proc/self/maps").Count(line => line.Contains("bpf-map", StringComparison.Ordinal));
}
