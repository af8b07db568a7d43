using System;
using System.IO;
using System.Text;

namespace Dynptrs.Tests.Files;

/// <summary>The attributes of files and dentries, by the functions that do the same for both.</summary>
public sealed class XattrTests : IDisposable
{
    private readonly TempFile _content = FileDynptrTests.Content();
    private readonly KernelDentry _dentry;
    private readonly KernelFile _file;

    public XattrTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Extended attributes are those of Linux.");
        _dentry = new KernelDentry(_content.Path);
        _file = new KernelFile(_content.Path);
        var error = _dentry.SetXattr("security.bpf.probe"u8, Make.Local(new byte[1]), 0);
        Assert.SkipWhen(error == -Errno.EOPNOTSUPP, "The file system has no extended attributes.");
        Assert.SkipWhen(error == -Errno.EPERM, "This process may not set security attributes.");
        Assert.Equal(0, error);
    }

    public static TheoryData<string> Holders => ["file", "dentry", "dentry of the file"];

    [Theory]
    [MemberData(nameof(Holders))]
    public void A_value_is_read_with_its_length(string holder)
    {
        Set("security.bpf.test", "hello");
        byte[] memory = [9, 9, 9, 9, 9, 9, 9, 9];

        Assert.Equal(5, Get(holder, "security.bpf.test", Make.Local(memory)));

        Assert.Equal([.. "hello"u8, 9, 9, 9], memory);
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void What_user_space_set_is_read(string holder)
    {
        SetByProgram("user.test", "from user space");
        var memory = new byte[15];

        Assert.Equal(15, Get(holder, "user.test", Make.Local(memory)));

        Assert.Equal("from user space", Encoding.UTF8.GetString(memory));
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Only_names_of_user_space_and_of_bpf_are_read(string holder)
    {
        Set("security.bpf.test", "hello");
        foreach (var name in new[]
        {
            "", "user", "security.selinux", "security.bpf", "trusted.test", "system.posix_acl_access", "xuser.test", "bpf.test",
        })
        {
            Assert.Equal(-Errno.EPERM, Get(holder, name, Make.Local(new byte[8])));
        }
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void A_dynptr_that_cannot_take_a_value_is_einval_before_the_name_is_looked_at(string holder)
    {
        var readOnly = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[46]));
        var scattered = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[10]));
        var file = FileDynptrTests.Open(_file);

        Assert.Equal(-Errno.EINVAL, Get(holder, "trusted.test", Make.NullLocal()));
        Assert.Equal(-Errno.EINVAL, Get(holder, "trusted.test", readOnly));
        Assert.Equal(-Errno.EINVAL, Get(holder, "trusted.test", scattered));
        Assert.Equal(-Errno.EINVAL, Get(holder, "trusted.test", file));
        Assert.Equal(0, file.DiscardFile());
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void An_attribute_that_is_not_there_is_enodata_and_one_that_does_not_fit_erange(string holder)
    {
        Set("security.bpf.test", "hello");
        byte[] memory = [9, 9, 9, 9];

        Assert.Equal(-Errno.ENODATA, Get(holder, "security.bpf.other", Make.Local(memory)));
        Assert.Equal(-Errno.ERANGE, Get(holder, "security.bpf.test", Make.Local(memory)));
        Assert.Equal([9, 9, 9, 9], memory);
        Assert.Equal(5, Get(holder, "security.bpf.test", Make.Local([])));
        Assert.Equal(-Errno.ERANGE, Get(holder, "security.bpf." + new string('x', 300), Make.Local(memory)));
    }

    [Theory]
    [InlineData("ringbuf")]
    [InlineData("skb")]
    public void A_value_is_read_into_any_memory_in_one_piece(string kind)
    {
        Set("security.bpf.test", "12345678");
        var ptr = Make.OfKind(kind, 16);

        Assert.Equal(8, _dentry.GetXattr("security.bpf.test"u8, ptr));

        Assert.Equal(0, ptr.Read(out ulong value));
        Assert.Equal(0x3837363534333231u, value);
    }

    [Fact]
    public void A_name_ends_at_its_first_zero()
    {
        Set("security.bpf.test", "hello");

        Assert.Equal(5, _dentry.GetXattr("security.bpf.test\0more"u8, Make.Local(new byte[8])));
        Assert.Equal(5, _dentry.GetXattr(Encoding.UTF8.GetBytes("security.bpf.test\0" + new string('x', 300)), Make.Local(new byte[8])));
    }

    [Fact]
    public void Flags_say_whether_the_attribute_must_or_must_not_be_there()
    {
        var value = Make.Local([1]);

        Assert.Equal(-Errno.ENODATA, _dentry.SetXattr("security.bpf.test"u8, value, BpfConstants.XATTR_REPLACE));
        Assert.Equal(0, _dentry.SetXattr("security.bpf.test"u8, value, BpfConstants.XATTR_CREATE));
        Assert.Equal(-Errno.EEXIST, _dentry.SetXattr("security.bpf.test"u8, value, BpfConstants.XATTR_CREATE));
        Assert.Equal(0, _dentry.SetXattr("security.bpf.test"u8, value, BpfConstants.XATTR_REPLACE | 4));
    }

    [Fact]
    public void A_value_may_be_read_only_and_is_the_view()
    {
        var packet = Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, TestBytes.Counting(46)));
        Assert.Equal(0, packet.Adjust(2, 5));

        Assert.Equal(0, _dentry.SetXattr("security.bpf.test"u8, packet, 0));

        var memory = new byte[8];
        Assert.Equal(3, _dentry.GetXattr("security.bpf.test"u8, Make.Local(memory)));
        Assert.Equal([16, 17, 18, 0, 0, 0, 0, 0], memory);
    }

    [Fact]
    public void A_value_that_is_null_or_in_pieces_is_einval_before_the_name_is_looked_at()
    {
        var scattered = Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[10]));

        Assert.Equal(-Errno.EINVAL, _dentry.SetXattr("user.test"u8, Make.NullLocal(), 0));
        Assert.Equal(-Errno.EINVAL, _dentry.SetXattr("user.test"u8, scattered, 0));
    }

    [Fact]
    public void Only_names_of_bpf_are_set_and_removed()
    {
        SetByProgram("user.test", "x");

        Assert.Equal(-Errno.EPERM, _dentry.SetXattr("user.test"u8, Make.Local([1]), 0));
        Assert.Equal(-Errno.EPERM, _dentry.SetXattr("security.bpf"u8, Make.Local([1]), 0));
        Assert.Equal(-Errno.EPERM, _dentry.RemoveXattr("user.test"u8));
        Assert.Equal(1, _dentry.GetXattr("user.test"u8, Make.Local(new byte[1])));
    }

    [Fact]
    public void A_removed_attribute_is_gone()
    {
        Set("security.bpf.test", "hello");

        Assert.Equal(0, _dentry.RemoveXattr("security.bpf.test"u8));

        Assert.Equal(-Errno.ENODATA, _dentry.GetXattr("security.bpf.test"u8, Make.Local(new byte[8])));
        Assert.Equal(-Errno.ENODATA, _dentry.RemoveXattr("security.bpf.test"u8));
    }

    [Fact]
    public void A_name_that_stands_for_nothing_has_no_inode()
    {
        using var nothing = new KernelDentry(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.Equal(-Errno.EINVAL, nothing.GetXattr("trusted.test"u8, Make.Local(new byte[8])));
        Assert.Equal(-Errno.EINVAL, nothing.SetXattr("trusted.test"u8, Make.Local(new byte[8]), 0));
        Assert.Equal(-Errno.EINVAL, nothing.RemoveXattr("trusted.test"u8));
    }

    [Fact]
    public void A_directory_has_attributes_too()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            using var dentry = new KernelDentry(directory);
            Assert.Equal(0, dentry.SetXattr("security.bpf.test"u8, Make.Local([1, 2]), 0));
            Assert.Equal(2, dentry.GetXattr("security.bpf.test"u8, Make.Local(new byte[2])));
        }
        finally
        {
            Directory.Delete(directory);
        }
    }

    [Fact]
    public void A_file_system_without_attributes_says_so()
    {
        using var dentry = new KernelDentry("/proc/self/status");

        Assert.Equal(-Errno.EOPNOTSUPP, dentry.GetXattr("user.test"u8, Make.Local(new byte[8])));
    }

    [Fact]
    public void A_path_that_cannot_be_followed_is_an_exception_of_the_host() =>
        Assert.Throws<IOException>(() => new KernelDentry(Path.Combine(_content.Path, "below")));

    [Fact]
    public void What_the_host_let_go_of_is_refused()
    {
        KernelDentry dentry = new(_content.Path);
        dentry.Dispose();

        Refused.Access(ref dentry, "closed", static (ref KernelDentry d) => d.RemoveXattr("security.bpf.test"u8));
    }

    [Fact]
    public void What_this_thread_may_not_read_or_write_is_eacces()
    {
        Set("security.bpf.test", "hello");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_content.Path, UnixFileMode.None);
        int get = 0, set = 0, remove = 0, named = 0;

        Unprivileged.Run(() =>
        {
            get = _dentry.GetXattr("security.bpf.test"u8, Make.Local(new byte[8]));
            set = _dentry.SetXattr("security.bpf.test"u8, Make.Local([1]), 0);
            remove = _dentry.RemoveXattr("security.bpf.test"u8);
            named = _dentry.GetXattr("trusted.test"u8, Make.Local(new byte[8]));
        });

        Assert.Equal([-Errno.EACCES, -Errno.EACCES, -Errno.EACCES, -Errno.EPERM], [get, set, remove, named]);
        Assert.Equal(5, _dentry.GetXattr("security.bpf.test"u8, Make.Local(new byte[8])));
    }

    public void Dispose()
    {
        _file?.Dispose();
        _dentry?.Dispose();
        _content.Dispose();
    }

    private int Get(string holder, string name, scoped in Dynptr value) => holder switch
    {
        "file" => _file.GetXattr(Encoding.UTF8.GetBytes(name), value),
        "dentry" => _dentry.GetXattr(Encoding.UTF8.GetBytes(name), value),
        "dentry of the file" => _file.Dentry.GetXattr(Encoding.UTF8.GetBytes(name), value),
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };

    private void Set(string name, string value) =>
        Assert.Equal(0, _dentry.SetXattr(Encoding.UTF8.GetBytes(name), Make.Local(Encoding.UTF8.GetBytes(value)), 0));

    private void SetByProgram(string name, string value) => UserAttribute.Set(_content.Path, name, value);
}
