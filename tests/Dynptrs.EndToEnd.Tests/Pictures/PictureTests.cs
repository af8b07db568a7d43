using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Dynptrs.EndToEnd.Tests.Editing;
using Dynptrs.Testing;
using Microsoft.CodeAnalysis;

namespace Dynptrs.EndToEnd.Tests.Pictures;

/// <summary>
/// The pictures in the documents show what a person sees: they are drawn from a real build and a real session, and updated like all that is
/// written from the code.
/// </summary>
public sealed partial class PictureTests
{
    /// <summary>The name of the folder in the pictures; the folder of a test has another each time.</summary>
    private const string Folder = "~/telemetry";

    private const string File = "Probe.cs";

    /// <summary>The first line of the program that is shown: what stands before it is known from the text around the picture.</summary>
    private const int FirstLine = 8;

    private static readonly string Program = Telemetry.LeakingProbe.Replace(" // expect DYN001", "");

    [Fact]
    public async Task The_picture_of_a_build_is_up_to_date()
    {
        using var project = Telemetry.CreateProject(Program);
        var build = await project.BuildInTerminalAsync();
        Assert.NotEqual(0, build.ExitCode);

        // How long it took is another time each time.
        var written = Duration().Replace(build.Output.Replace(project.Folder, Folder), "");
        VerifyOrUpdate("build.svg", TerminalPicture.Draw(Folder, "dotnet build", TerminalScreen.Show(written)));
    }

    [Fact]
    public async Task The_picture_of_an_editor_is_up_to_date()
    {
        using var project = Telemetry.CreateProject(Program);
        (await project.RestoreAsync()).ShouldSucceed();
        using var session = await EditorSession.OpenAsync(project.ProjectFile);
        var diagnostic = Assert.Single(await session.GetErrorsAsync(File));
        var place = diagnostic.Location.GetLineSpan();

        var picture = new EditorPicture(
            File,
            FirstLine,
            [.. (await HighlightedCode.ReadAsync(session.Open(File), TestContext.Current.CancellationToken)).Skip(FirstLine - 1)],
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character,
            diagnostic.Location.SourceSpan.Length,
            diagnostic.Id,
            diagnostic.GetMessage(),
            [.. (await session.GetFixesAsync(File, diagnostic)).Select(fix => fix.Title)]);
        VerifyOrUpdate("editor.svg", picture.Draw());
    }

    private static void VerifyOrUpdate(string name, string picture) =>
        Repository.VerifyOrUpdate(Path.Combine(Repository.Root, "docs", "pictures", name), picture);

    [GeneratedRegex(@" \(\d+[.,]\d+s\)| in \d+[.,]\d+s")]
    private static partial Regex Duration();
}
