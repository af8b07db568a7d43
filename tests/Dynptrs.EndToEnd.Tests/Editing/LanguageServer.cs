using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests.Editing;

/// <summary>The language server <c>csharp-ls</c> over a folder, spoken to as an editor does: JSON-RPC over its standard streams.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private const string Version = "0.28.0";

    /// <summary>How long anything may take: what a server does not answer by then, it never will.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;
    private readonly Process _process;
    private readonly Task _listening;
    private int _lastId;

    private LanguageServer(Process process)
    {
        _process = process;
        // What it logs is left out, but read, so that it never waits for that.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        _listening = ListenAsync();
    }

    /// <summary>Installs the server into a folder.</summary>
    /// <returns>Why it cannot be had, or <see langword="null"/> where it is there.</returns>
    public static async Task<string?> InstallAsync(string folder)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var installed = await Dotnet.RunAsync(
                folder, ["tool", "install", "csharp-ls", "--version", Version, "--tool-path", folder], patience.Token);
            return installed.ExitCode == 0 ? null : $"csharp-ls {Version} cannot be installed here:\n{installed.Output}";
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return $"csharp-ls {Version} was not installed within {Patience}";
        }
    }

    /// <summary>Starts the server that was installed into a folder, over the project in another.</summary>
    public static async Task<LanguageServer> StartAsync(string folder, string project)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "csharp-ls"), ["--features", "metadata-uris"])
        {
            WorkingDirectory = project,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Dotnet.MakeEnvironmentNew(start);
        var server = new LanguageServer(Process.Start(start) ?? throw new InvalidOperationException("`csharp-ls` did not start"));
        var root = Uri(project);
        await server.AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = root,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = root, ["name"] = "project" }),
            ["capabilities"] = new JsonObject
            {
                ["workspace"] = new JsonObject { ["configuration"] = true },
                ["textDocument"] = new JsonObject
                {
                    ["diagnostic"] = new JsonObject(),
                    ["completion"] = new JsonObject(),
                    ["definition"] = new JsonObject(),
                },
            },
        });
        await server.TellAsync("initialized", new JsonObject());
        return server;
    }

    /// <summary>How the protocol names a file.</summary>
    public static string Uri(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Asks for something, and waits for the answer.</summary>
    public async Task<JsonNode?> AskAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = answer;
        await SendAsync(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        if (_listening.IsCompleted)
            await _listening;
        return await answer.Task.WaitAsync(Patience, _cancellation);
    }

    /// <summary>Says something that has no answer.</summary>
    public Task TellAsync(string method, JsonNode? parameters) =>
        SendAsync(new JsonObject { ["method"] = method, ["params"] = parameters });

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
        _writing.Dispose();
    }

    private async Task SendAsync(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var content = Encoding.UTF8.GetBytes(message.ToJsonString());
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n"));
        await _writing.WaitAsync(Patience, _cancellation);
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync((byte[])[.. head, .. content], _cancellation);
            await _process.StandardInput.BaseStream.FlushAsync(_cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await ReadAsync(_process.StandardOutput.BaseStream) is { } message)
            {
                var id = message["id"];
                if (message["method"] is { } method)
                {
                    if (id is not null)
                        await AnswerAsync(id, method.GetValue<string>(), message["params"]);
                }
                else if (id is not null && _asked.TryRemove(id.GetValue<int>(), out var answer))
                {
                    if (message["error"] is { } error)
                        answer.SetException(new InvalidOperationException(error.ToJsonString()));
                    else
                        answer.SetResult(message["result"]?.DeepClone());
                }
            }
        }
        finally
        {
            foreach (var answer in _asked.Values)
                answer.TrySetException(new InvalidOperationException("`csharp-ls` has ended"));
        }
    }

    /// <summary>Answers what the server asks the editor.</summary>
    private Task AnswerAsync(JsonNode id, string method, JsonNode? parameters)
    {
        JsonNode? result = null;
        if (method == "workspace/configuration")
        {
            var sections = new JsonArray();
            foreach (var _ in parameters!["items"]!.AsArray())
                sections.Add(new JsonObject { ["analyzersEnabled"] = true });
            result = sections;
        }

        return SendAsync(new JsonObject { ["id"] = id.DeepClone(), ["result"] = result });
    }

    /// <summary>Reads one message; <see langword="null"/> where there will be no more.</summary>
    private static async Task<JsonNode?> ReadAsync(Stream stream)
    {
        var length = 0;
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line.Length == 0)
            {
                var content = new byte[length];
                await stream.ReadExactlyAsync(content);
                return JsonNode.Parse(content);
            }

            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var next = new byte[1];
        while (await stream.ReadAsync(next) == 1)
        {
            if (next[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)next[0]);
        }

        return null;
    }
}
