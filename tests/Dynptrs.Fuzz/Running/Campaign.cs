using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Fuzz.Mutations;
using Dynptrs.Fuzz.Sources;

namespace Dynptrs.Fuzz.Running;

/// <summary>Starts workers, starts them again behind what brought them down, and says what was found.</summary>
internal sealed class Campaign(FuzzOptions options)
{
    private const int WorstShown = 5;

    private static readonly TimeSpan TimeToMinimize = TimeSpan.FromSeconds(60);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Dictionary<string, Found> _found = [];
    private readonly List<(int Analysis, int Compiler, int Number, string File)> _work = [];

    public static async Task<int> RunAsync(FuzzOptions options)
    {
        var campaign = new Campaign(options);
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(campaign.WorkAsync));
        campaign.Report();
        return campaign._found.Count == 0 ? 0 : 1;
    }

    private async Task WorkAsync(int worker)
    {
        var (next, left) = (options.From + worker, options.Count / options.Workers);
        while (left > 0 && _watch.Elapsed.TotalSeconds < options.Seconds)
        {
            var (number, file, how) = (next, "", "");
            var end = await Child.RunAsync(
                options with
                {
                    Role = FuzzRole.Worker,
                    From = next,
                    Step = options.Workers,
                    Count = left,
                    Seconds = options.Seconds - _watch.Elapsed.TotalSeconds,
                },
                message =>
                {
                    switch (message)
                    {
                        case [Message.Begins, var which, var path, var mutations]:
                            (number, file, how) = (int.Parse(which, CultureInfo.InvariantCulture), path, mutations);
                            break;
                        case [Message.Work, var analysis, var compiler]:
                            AddWork(analysis, compiler, number, file);
                            break;
                        case [Message.Fault, var kind, var detail, var text]:
                            Add(new Found(kind, detail, number, file, how, text));
                            break;
                    }
                });
            if (end is null)
                return;
            await AddDeathAsync(end, number, file, how);
            left -= ((number - next) / options.Workers) + 1;
            next = number + options.Workers;
        }
    }

    private void AddWork(string analysis, string compiler, int number, string file)
    {
        lock (_work)
        {
            _work.Add((int.Parse(analysis, CultureInfo.InvariantCulture), int.Parse(compiler, CultureInfo.InvariantCulture), number, file));
            if (_work.Count % 1000 == 0)
                Console.WriteLine($"{_work.Count} mutants, {_found.Count} faults, {_watch.Elapsed.TotalSeconds:F0} s");
        }
    }

    private void Add(Found found)
    {
        lock (_found)
        {
            if (!_found.TryGetValue(found.Kind, out var known) || found.Text.Length < known.Text.Length)
                _found[found.Kind] = found;
        }
    }

    /// <summary>What has brought down a process is tried again in others, for it could not make itself smaller.</summary>
    private async Task AddDeathAsync(string end, int number, string file, string how)
    {
        var kind = Describe(end);
        if (_found.ContainsKey(kind))
            return;
        var text = file.Length == 0 ? "" : Mutator.Make(SourceFiles.Read(options.File), options.Seed, number).Mutant.Text;
        Add(new Found(kind, end, number, file, how, text));
        if (file.Length == 0)
            return;
        var path = Path.GetTempFileName();
        try
        {
            var least = await Minimizer.RunAsync(
                text,
                async smaller =>
                {
                    await File.WriteAllTextAsync(path, smaller);
                    var trial = options with { Role = FuzzRole.Trial, File = file, Text = path, From = number };
                    return await Child.RunAsync(trial, _ => { }) is { } again && Describe(again) == kind;
                },
                TimeToMinimize);
            Add(new Found(kind, end, number, file, how, least));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A death by the frames of ours on the stack.</summary>
    private static string Describe(string end)
    {
        var frames = end.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("at Dynptrs.", StringComparison.Ordinal))
            .Select(line => line[3..(line + "(").IndexOf('(', StringComparison.Ordinal)])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Take(3);
        return $"{end.Split('\n')[0]}: {string.Join(", ", frames)}";
    }

    private void Report()
    {
        foreach (var fault in _found.Values.OrderBy(fault => fault.Kind, StringComparer.Ordinal))
        {
            Console.WriteLine($"""

                {fault.Kind}
                {fault.File}, {fault.How}
                Again: --seed {options.Seed} --from {fault.Number} --count 1{(options.File.Length == 0 ? "" : $" --file {options.File}")}
                {string.Join("\n", fault.Detail.Split('\n').Take(12))}
                ----
                {fault.Text.Trim()}
                ----
                """);
        }

        Console.WriteLine();
        foreach (var (analysis, compiler, number, file) in _work.OrderByDescending(work => work.Analysis).Take(WorstShown))
            Console.WriteLine($"analysed in {analysis} ms, compiled in {compiler} ms: {number} {file}");
        Console.WriteLine($"{_work.Count} mutants of seed {options.Seed}, {_found.Count} faults, {_watch.Elapsed.TotalSeconds:F0} s");
    }
}
