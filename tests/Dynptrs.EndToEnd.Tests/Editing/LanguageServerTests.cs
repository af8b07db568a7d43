using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests.Editing;

/// <summary>What any editor shows that speaks the language server protocol, through <c>csharp-ls</c>.</summary>
public sealed class LanguageServerTests : IDisposable
{
    private const string File = "Probe.cs";

    /// <summary>The program, with a mistake.</summary>
    private static readonly string Leaking =
        Telemetry.CorrectProbe.Replace("            goto discard;", "            return 0;", StringComparison.Ordinal);

    private readonly DirectoryInfo _tools = Directory.CreateTempSubdirectory("csharp-ls-");

    [Fact]
    public async Task A_mistake_is_shown_with_its_path_until_it_is_mended_and_a_stub_is_completed_and_gone_to()
    {
        if (await LanguageServer.InstallAsync(_tools.FullName) is { } reason)
            Assert.Skip(reason);
        using var project = Telemetry.CreateProject(Telemetry.CorrectProbe);
        project.Write(".editorconfig", "root = true\n[*.cs]\ndynptr.show_path = true\n");
        (await project.RestoreAsync()).ShouldSucceed();
        await using var server = await LanguageServer.StartAsync(_tools.FullName, project.Folder);
        var file = LanguageServer.Uri(Path.Combine(project.Folder, File));

        await server.TellAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = file, ["languageId"] = "csharp", ["version"] = 1, ["text"] = Leaking },
        });
        Assert.Equal(
            [
                ("DYN090", 3, Line(Leaking, "bpf_ringbuf_reserve_dynptr(")),
                ("DYN090", 3, Line(Leaking, "err != 0")),
                ("DYN001", 1, Line(Leaking, "if (!sample)") + 1),
            ],
            await ReadDiagnosticsAsync(server, file));

        await server.TellAsync("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = file, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = Telemetry.CorrectProbe }),
        });
        Assert.Empty(await ReadDiagnosticsAsync(server, file));

        var completion = await server.AskAsync("textDocument/completion", At(file, "bpf_ringbuf_res"));
        Assert.Contains("bpf_ringbuf_reserve_dynptr", completion!["items"]!.AsArray().Select(item => (string)item!["label"]!));

        var definition = Assert.Single((await server.AskAsync("textDocument/definition", At(file, "bpf_ringbuf_res")))!.AsArray());
        Assert.EndsWith("/Telemetry.Bpf.BpfHelpers.g.cs", (string)definition!["uri"]!, StringComparison.Ordinal);
    }

    public void Dispose() => _tools.Delete(recursive: true);

    /// <summary>What the rules say of a file, but for suggestions: ids, severities as the protocol counts them, and lines from 0.</summary>
    private static async Task<(string Id, int Severity, int Line)[]> ReadDiagnosticsAsync(LanguageServer server, string file)
    {
        var report = await server.AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = file } });
        return
        [
            .. report!["items"]!.AsArray()
                .Select(item => (
                    Id: (string)item!["code"]!,
                    Severity: (int)item["severity"]!,
                    Line: (int)item["range"]!["start"]!["line"]!,
                    Message: (string)item["message"]!))
                .Where(item => item.Id == "DYN001" || (item.Id == "DYN090" && item.Message.Contains("to DYN001", StringComparison.Ordinal)))
                .OrderBy(item => item.Line)
                .Select(item => (item.Id, item.Severity, item.Line)),
        ];
    }

    private static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    /// <summary>Behind a text of the program.</summary>
    private static JsonObject At(string file, string text)
    {
        var line = Line(Telemetry.CorrectProbe, text);
        var column = Telemetry.CorrectProbe.Split('\n')[line].IndexOf(text, StringComparison.Ordinal);
        return new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = file },
            ["position"] = Position(line, column + text.Length),
        };
    }

    private static int Line(string source, string text) =>
        Array.FindIndex(source.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));
}
