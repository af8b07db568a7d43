using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Fuzz.Checks;
using Dynptrs.Fuzz.Mutations;
using Dynptrs.Fuzz.Sources;

namespace Dynptrs.Fuzz.Running;

/// <summary>Tries mutants, one after the other, and says which before each: whoever reads knows what brought it down.</summary>
internal static class Worker
{
    private static readonly TimeSpan TimeToMinimize = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(FuzzOptions options)
    {
        var (watch, files, check, seen) = (Stopwatch.StartNew(), SourceFiles.Read(options.File), new MutantCheck(), new HashSet<string>());
        for (var i = 0; i < options.Count && watch.Elapsed.TotalSeconds < options.Seconds; i++)
        {
            var number = options.From + (i * options.Step);
            var (file, mutant) = Mutator.Make(files, options.Seed, number);
            Message.Send(Message.Begins, number.ToString(CultureInfo.InvariantCulture), file.Path, mutant.How);
            var faults = await check.RunAsync(file, mutant.Text, number);
            var (analysis, compiler) = check.LastWork;
            Message.Send(Message.Work, Milliseconds(analysis), Milliseconds(compiler));
            foreach (var fault in faults.Where(fault => seen.Add(fault.Kind)))
            {
                Message.Send(Message.Fault, fault.Kind, fault.Detail, mutant.Text);
                var least = await Minimizer.RunAsync(
                    mutant.Text,
                    async text => (await check.RunAsync(file, text, number)).Any(other => other.Kind == fault.Kind),
                    TimeToMinimize);
                Message.Send(Message.Fault, fault.Kind, fault.Detail, least);
            }
        }

        return 0;
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
}
