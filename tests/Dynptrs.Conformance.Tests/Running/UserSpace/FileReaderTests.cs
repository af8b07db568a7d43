using System;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The programs of <c>file_reader</c> read the executable of this process.</summary>
public sealed class FileReaderTests
{
    internal const string Suite = "file_reader";

    private const int BufferSize = 256_000;

    private readonly byte[] _contents = new byte[BufferSize];

    /// <summary>The programs of the suite.</summary>
    internal static string[] Programs { get; } = ["on_open_expect_fault", "on_open_validate_file_read"];

    [Fact]
    public void Programs_find_what_they_are_told_is_in_the_file_and_nothing_else()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("The executable of a task is found on Linux only.");
        if (!LargeExecutable.TryRead(_contents))
        {
            LargeExecutable.Run(typeof(FileReaderTests), 3 * BufferSize);
            return;
        }

        Assert.All(Programs, program => Assert.Equal((0, 1), Run(program, _contents)));
        _contents[^1] ^= 1;
        Assert.Equal((1, 0), Run("on_open_validate_file_read", _contents));
    }

    private static (int Error, int IsSuccess) Run(string program, byte[] contents)
    {
        using var suite = new SuiteRun(Suite);
        suite.SetBytes("user_buf", contents);
        suite.Run(program, new TracepointContext());
        suite.RunTaskWork();
        return (suite.Get<int>("err"), suite.Get<int>("run_success"));
    }
}
