using System;
using System.IO;
using System.Linq;
using System.Text;

namespace Dynptrs.Tests.Files;

public sealed class KernelCgroupTests : IDisposable
{
    private readonly string? _path;
    private readonly KernelCgroup? _cgroup;

    public KernelCgroupTests()
    {
        var mount = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')).FirstOrDefault(fields => fields[2] == "cgroup2")?[1]
            : null;
        Assert.SkipWhen(mount is null, "There are no control groups of version 2 here.");
        var path = Path.Combine(mount, $"dynptrs-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"This process may not make a control group: {e.Message}");
        }

        _path = path;
        _cgroup = new KernelCgroup(path);
        UserAttribute.Set(path, "user.test", "hello");
    }

    [Fact]
    public void A_value_is_read_with_its_length()
    {
        byte[] memory = [9, 9, 9, 9, 9, 9];

        Assert.Equal(5, _cgroup!.ReadXattr("user.test"u8, Make.Local(memory)));

        Assert.Equal("hello\t", Encoding.UTF8.GetString(memory));
    }

    [Fact]
    public void The_name_is_looked_at_before_the_dynptr()
    {
        Assert.Equal(-Errno.EPERM, _cgroup!.ReadXattr("security.bpf.test"u8, Make.NullLocal()));
        Assert.Equal(-Errno.EPERM, _cgroup.ReadXattr("trusted.test"u8, Make.Local(new byte[8])));
        Assert.Equal(-Errno.EINVAL, _cgroup.ReadXattr("user.test"u8, Make.NullLocal()));
        Assert.Equal(-Errno.EINVAL, _cgroup.ReadXattr("user.test"u8, Make.Packet(new SkBuff(BpfProgramType.CgroupSkb, new byte[46]))));
        Assert.Equal(
            -Errno.EINVAL, _cgroup.ReadXattr("user.test"u8, Make.Packet(new SkBuff(BpfProgramType.SchedCls, new byte[14], new byte[10]))));
    }

    [Fact]
    public void What_is_not_there_is_enodata_and_what_does_not_fit_erange()
    {
        Assert.Equal(-Errno.ENODATA, _cgroup!.ReadXattr("user.other"u8, Make.Local(new byte[8])));
        Assert.Equal(-Errno.ERANGE, _cgroup.ReadXattr("user.test"u8, Make.Local(new byte[4])));
    }

    [Fact]
    public void Another_directory_is_no_control_group() =>
        Assert.Contains("no control group", Assert.Throws<ArgumentException>(() => new KernelCgroup(Path.GetTempPath())).Message);

    public void Dispose()
    {
        _cgroup?.Dispose();
        if (_path is not null)
            Directory.Delete(_path, recursive: false);
    }
}
