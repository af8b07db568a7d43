using System;
using System.IO;

namespace Dynptrs.Tests.Files;

/// <summary>Who holds a file and its dynptrs, and what is refused once they are gone.</summary>
public class FileReferenceTests
{
    [Fact]
    public void Flags_are_einval_and_the_null_dynptr_is_discarded_all_the_same()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);

        Assert.Equal(-Errno.EINVAL, file.ToDynptr(1, out var ptr));

        Assert.True(ptr.IsNull);
        Assert.False(ptr.IsReadOnly);
        Assert.Equal(unchecked((ulong)-Errno.EINVAL), ptr.Size);
        Assert.Equal(-Errno.EINVAL, ptr.Read(new byte[1]));
        Assert.Equal(-Errno.EINVAL, ptr.Adjust(0, 0));
        Assert.True(ptr.GetSlice(0, new byte[1], 1).IsNull);
        Assert.Equal(-Errno.EINVAL, ptr.Clone(out var _));
        Assert.Equal(0, ptr.DiscardFile());
        Refused.Access(ref ptr, "released", static (ref Dynptr p) => p.DiscardFile());
    }

    [Fact]
    public void A_discard_through_any_clone_ends_them_all()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        var ptr = FileDynptrTests.Open(file);
        Assert.Equal(0, ptr.Clone(out var clone));
        var slice = ptr.GetSlice(0, new byte[8], 8);

        Assert.Equal(0, clone.DiscardFile());

        Refused.Access(ref clone, "released", static (ref Dynptr p) => p.Read(new byte[1]));
        Refused.Access(ref ptr, "memory behind the file dynptr is gone", static (ref Dynptr p) => p.Read(new byte[1]));
        Refused.Access(ref ptr, "memory behind the file dynptr is gone", static (ref Dynptr p) => _ = p.Size);
        Refused.Access(ref ptr, "memory behind the file dynptr is gone", static (ref Dynptr p) => p.DiscardFile());
        Refused.Access(ref slice, "memory that is gone", static (ref ReadOnlySlice s) => _ = s.Span);
    }

    [Fact]
    public void Only_a_file_is_discarded_as_a_file()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        var local = Make.Local(new byte[8]);
        var record = Make.Record(8);
        var packet = Make.OfKind("skb", 32);
        Dynptr never = default;
        var ptr = FileDynptrTests.Open(file);

        Refused.Access(ref local, "Expected a dynptr of type file, but this one has type local", static (ref Dynptr p) => p.DiscardFile());
        Refused.Access(
            ref record, "Expected a dynptr of type file, but this one has type ringbuf", static (ref Dynptr p) => p.DiscardFile());
        Refused.Access(ref packet, "Expected a dynptr of type file, but this one has type skb", static (ref Dynptr p) => p.DiscardFile());
        Refused.Access(ref never, "never initialised", static (ref Dynptr p) => p.DiscardFile());
        Refused.Access(ref ptr, "Expected a dynptr of type ringbuf, but this one has type file", static (ref Dynptr p) => p.Submit());
        Assert.Equal(0, ptr.DiscardFile());
        record.Discard();
    }

    [Fact]
    public void The_executable_of_the_current_task_is_read_and_given_back()
    {
        Assert.SkipUnless(Environment.ProcessPath is not null, "The platform does not tell where the executable is.");
        var file = KernelTask.Current.GetExecutable();
        Assert.NotNull(file);
        var read = new byte[2000];

        var ptr = FileDynptrTests.Open(file);
        Assert.Equal(0, ptr.Read(read, 100));
        ptr.DiscardFile();
        file.Put();

        Assert.Equal(File.ReadAllBytes(Environment.ProcessPath)[100..2100], read);
    }

    [Fact]
    public void The_executable_of_another_task_is_its_own()
    {
        using var child = new ChildProcess();
        var file = KernelTask.FromId(child.Id).GetExecutable()!;
        var ptr = FileDynptrTests.Open(file);
        var read = new byte[500];

        Assert.Equal(0, ptr.Read(read, 64));

        Assert.Equal(File.ReadAllBytes(ChildProcess.FirstString)[64..564], read);
        ptr.DiscardFile();
        file.Put();
    }

    [Fact]
    public void A_task_that_has_ended_has_no_executable()
    {
        using var child = new ChildProcess();
        var task = KernelTask.FromId(child.Id);
        child.End();

        Assert.Null(task.GetExecutable());
    }

    [Fact]
    public void A_thread_of_the_kernel_has_no_executable()
    {
        Assert.SkipUnless(
            File.Exists("/proc/2/comm") && File.ReadAllText("/proc/2/comm").Trim() == "kthreadd",
            "No thread of the kernel is to be seen here.");

        Assert.Null(KernelTask.FromId(2).GetExecutable());
    }

    [Fact]
    public void A_file_is_given_back_once()
    {
        var file = KernelTask.Current.GetExecutable()!;
        file.Put();

        Refused.Access(ref file, "not held", static (ref KernelFile f) => f.Put());
        Refused.Access(ref file, "closed", static (ref KernelFile f) => f.ToDynptr(out var _));
    }

    [Fact]
    public void A_file_is_given_back_after_its_dynptrs()
    {
        var file = KernelTask.Current.GetExecutable()!;
        var ptr = FileDynptrTests.Open(file);

        Refused.Access(ref file, "Discard it", static (ref KernelFile f) => f.Put());
        Assert.Equal(0, ptr.Read(new byte[4]));
        ptr.DiscardFile();
        file.Put();
    }

    [Fact]
    public void What_the_host_opened_is_not_the_programs_to_give_back()
    {
        using var content = FileDynptrTests.Content();
        using var file = new KernelFile(content.Path);
        var given = file;

        Refused.Access(ref given, "not held", static (ref KernelFile f) => f.Put());
        Assert.Equal(0, FileDynptrTests.Open(file).Read(new byte[4]));
    }

    [Fact]
    public void A_file_that_the_host_closed_is_not_read_any_more()
    {
        using var content = FileDynptrTests.Content();
        var file = new KernelFile(content.Path);
        var ptr = FileDynptrTests.Open(file);

        file.Dispose();

        Refused.Access(ref ptr, "The file is closed", static (ref Dynptr p) => p.Read(new byte[4]));
        Assert.Equal(0, ptr.DiscardFile());
    }

    [Fact]
    public void A_handle_stays_its_owners()
    {
        using var content = FileDynptrTests.Content();
        using var handle = File.OpenHandle(content.Path);
        var file = new KernelFile(handle);
        Assert.Equal(0, FileDynptrTests.Open(file).Read(out byte _));

        file.Dispose();

        Assert.False(handle.IsClosed);
        handle.Dispose();
        Assert.Contains("closed", Assert.Throws<ArgumentException>(() => new KernelFile(handle)).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_exception_of_the_host()
    {
        Assert.Throws<FileNotFoundException>(() => new KernelFile(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
        Assert.Throws<UnauthorizedAccessException>(() => new KernelFile(Path.GetTempPath()));
    }
}
