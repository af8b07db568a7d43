using System;
using System.Diagnostics;
using System.IO;
using System.Security.Cryptography;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>
/// The executable of this process, for programs that read more of it than the small one of the tests has: where it is too small, the
/// tests run once more, in a copy with bytes behind its end.
/// </summary>
internal static class LargeExecutable
{
    /// <summary>Reads the first bytes.</summary>
    /// <returns>Whether there were as many, and as many again behind them.</returns>
    public static bool TryRead(byte[] contents)
    {
        using var executable = File.OpenRead("/proc/self/exe");
        if (executable.Length < 2 * contents.Length)
            return false;
        executable.ReadExactly(contents);
        return true;
    }

    /// <summary>Runs the tests of a class in a larger executable.</summary>
    public static void Run(Type tests, int padding)
    {
        var original = Path.Combine(AppContext.BaseDirectory, tests.Assembly.GetName().Name!);
        var copy = $"{original}.{Guid.NewGuid():N}";
        File.Copy(original, copy);
        try
        {
            using (var end = new FileStream(copy, FileMode.Append))
                end.Write(RandomNumberGenerator.GetBytes(padding));
            using var process = Process.Start(new ProcessStartInfo(copy, ["-class", tests.FullName!]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
            Assert.Contains("Skipped: 0", output);
        }
        finally
        {
            File.Delete(copy);
        }
    }
}
