using System.IO;
using System.Text.RegularExpressions;
using Dynptrs.Testing;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>How a command ended, and what it wrote.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its results.</param>
/// <param name="Errors">Its errors.</param>
internal sealed partial record CommandOutcome(int ExitCode, string Output, string Errors)
{
    /// <summary>Compares it as a whole with a file.</summary>
    public CommandOutcome ShouldBe(string golden)
    {
        // Which kernel it was is no matter, if it has the same mind.
        var text = Release().Replace($"{Output}{(Errors.Length > 0 ? $"--- errors\n{Errors}" : "")}--- {ExitCode}\n", "this kernel    ");
        Repository.VerifyOrUpdate(Path.Combine(Repository.Root, "tests", "Dynptrs.Tool.Tests", "Golden", golden + ".txt"), text);
        return this;
    }

    /// <summary>Asserts that the command could not do what it was asked, and says so in one error.</summary>
    public CommandOutcome ShouldFail(string message)
    {
        Assert.Equal((2, $"error: {message}\n"), (ExitCode, Errors));
        return this;
    }

    [GeneratedRegex(@"Linux \d+\.\d+\.\d+ {1,4}")]
    private static partial Regex Release();
}
