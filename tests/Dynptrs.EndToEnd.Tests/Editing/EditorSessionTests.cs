using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Dynptrs.EndToEnd.Tests.Editing;

/// <summary>What a person sees who edits a project that references the package.</summary>
public sealed class EditorSessionTests
{
    private const string File = "Probe.cs";

    [Fact]
    public async Task A_mistake_is_seen_when_it_is_typed_and_gone_when_it_is_undone_or_fixed()
    {
        using var project = Telemetry.CreateProject(Telemetry.CorrectProbe);
        (await project.RestoreAsync()).ShouldSucceed();
        using var session = await EditorSession.OpenAsync(project.ProjectFile);
        Assert.Empty(await session.GetErrorsAsync(File));
        Assert.Empty(await session.GetCompilerErrorsAsync(File));

        await session.EditAsync(File, "goto discard;", "return 0;");
        var diagnostic = Assert.Single(await session.GetErrorsAsync(File));
        Assert.Equal(("DYN001", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal("return 0;", await ReadAsync(session, diagnostic));

        await session.EditAsync(File, "if (!sample)\n            return 0;", "if (!sample)\n            goto discard;");
        Assert.Empty(await session.GetErrorsAsync(File));

        await session.EditAsync(File, "goto discard;", "return 0;");
        diagnostic = Assert.Single(await session.GetErrorsAsync(File));
        var fixes = await session.GetFixesAsync(File, diagnostic);
        Assert.NotEmpty(fixes);
        await session.ApplyAsync(fixes[0]);
        Assert.Empty(await session.GetErrorsAsync(File));
        Assert.Empty(await session.GetCompilerErrorsAsync(File));
    }

    private static async Task<string> ReadAsync(EditorSession session, Diagnostic diagnostic) =>
        (await session.Open(File).GetTextAsync(TestContext.Current.CancellationToken)).ToString(diagnostic.Location.SourceSpan);
}
