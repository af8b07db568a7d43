using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dynptrs.Kernel;
using WhoStartsWhat;

namespace Dynptrs.Samples.Tests;

/// <summary>Processes are started, and the programs in the kernel tell of it. Nothing starts processes in a process.</summary>
public sealed class WhoStartsWhatTests
{
    private const string Echo = "/bin/echo";

    [Fact]
    public async Task Each_start_is_told_with_its_arguments_and_who_did_it()
    {
        SkipWhereMissing();
        var token = TestContext.Current.CancellationToken;
        var mark = Guid.NewGuid().ToString();
        using var watch = Watch.Begin();
        int[] processes = [await EchoAsync(token, mark, "one", "", "três"), await EchoAsync(token, mark)];

        var told = await ReadAsync(watch, mark, processes.Length, token);

        Assert.All(told, started => Assert.Equal(Echo, started.Path));
        Assert.Equal([Echo, mark, "one", "", "três"], told[0].Arguments);
        Assert.Equal([Echo, mark], told[1].Arguments);
        Assert.All(told, started => Assert.NotEqual(0, started.StarterId));
        Assert.Single(told.Select(started => started.StarterId).Distinct());
        Assert.Equal(processes.Length, told.Select(started => started.ProcessId).Distinct().Count());
        Assert.All(told, started => Assert.NotEmpty(started.Starter));
    }

    [Fact]
    public async Task What_has_no_room_is_cut()
    {
        SkipWhereMissing();
        var token = TestContext.Current.CancellationToken;
        var mark = Guid.NewGuid().ToString();
        using var watch = Watch.Begin();
        _ = await EchoAsync(token, mark, new string('x', 4000), "last");

        var told = Assert.Single(await ReadAsync(watch, mark, 1, token));

        Assert.Equal(3, told.Arguments.Count);
        var bytes = told.Path.Length + told.Arguments.Sum(argument => argument.Length + 1) + 1;
        Assert.Equal((1024, true), (bytes, told.Arguments[2].All(character => character == 'x')));
    }

    [Fact]
    public async Task Nothing_is_told_of_what_does_not_start()
    {
        SkipWhereMissing();
        var token = TestContext.Current.CancellationToken;
        var (missing, mark) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        using var watch = Watch.Begin();
        _ = await StartAsync(token, "/bin/sh", ["-c", $"/nowhere/{missing} {missing}"]);
        _ = await EchoAsync(token, mark);

        var seen = new List<StartedProgram>();
        await foreach (var started in watch.ReadAllAsync(token))
        {
            seen.Add(started);
            if (started.Arguments.Contains(mark))
                break;
        }

        Assert.DoesNotContain(seen, started => started.Path.Contains(missing, StringComparison.Ordinal));
    }

    private static void SkipWhereMissing()
    {
        Worlds.SkipWhereMissing(typeof(Starts), BpfWorld.Kernel);
        Assert.SkipUnless(File.Exists("/sys/kernel/btf/vmlinux"), "This kernel does not tell its types.");
    }

    private static Task<int> EchoAsync(CancellationToken token, params string[] arguments) => StartAsync(token, Echo, arguments);

    private static async Task<int> StartAsync(CancellationToken token, string path, string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(token);
        return process.Id;
    }

    private static async Task<List<StartedProgram>> ReadAsync(Watch watch, string mark, int count, CancellationToken token)
    {
        var told = new List<StartedProgram>();
        await foreach (var started in watch.ReadAllAsync(token))
        {
            if (started.Arguments.Contains(mark))
                told.Add(started);
            if (told.Count == count)
                break;
        }

        return told;
    }
}
