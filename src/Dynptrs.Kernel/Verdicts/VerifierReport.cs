using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dynptrs.Kernel.Verdicts;

/// <summary>What a log of the kernel's verifier comes to.</summary>
/// <param name="Reason">The sentence that says why a program is refused.</param>
/// <param name="Path">The file of the source, or <see langword="null"/>.</param>
/// <param name="Line">The line, or 0.</param>
/// <param name="Rule">The rule that finds the same, or <see langword="null"/>.</param>
internal sealed partial record VerifierReport(string Reason, string? Path, int Line, RuleOfMessage? Rule)
{
    private const int MostRead = 1 << 18;

    /// <summary>Whether the log has its end: the numbers of the statistics are the last that all versions before 7.3 write.</summary>
    public bool HasEnd { get; private init; }

    /// <summary>The place, for a message.</summary>
    public string Place => Path is null ? "" : string.Create(CultureInfo.InvariantCulture, $" at {Path}:{Line}");

    /// <summary>
    /// Reads a log. Since 7.3 it says the reason and the place on lines of their own; before, the reason is the last line that is neither
    /// an instruction, nor source, nor a number of the statistics, and the place is that of the source that was quoted last.
    /// </summary>
    public static VerifierReport Parse(string log)
    {
        // All of that stands at the end.
        var end = log.Length > MostRead ? log[log.IndexOf('\n', log.Length - MostRead)..] : log;
        var lines = end.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hasEnd = lines.Any(line => line.StartsWith("processed ", StringComparison.Ordinal));
        if (lines.Select(line => Stated().Match(line)).FirstOrDefault(match => match.Success) is { } stated)
        {
            var at = lines.Select(line => StatedPlace().Match(line)).FirstOrDefault(match => match.Success);
            return new VerifierReport(
                stated.Groups["text"].Value, at?.Groups["path"].Value, Number(at), FindRule(lines.Append(stated.Groups["text"].Value)))
            {
                HasEnd = true,
            };
        }

        var quoted = lines.Select(line => Quoted().Match(line)).LastOrDefault(match => match.Success);
        var sentences = lines.Where(line => !Noise().IsMatch(line) && !Quoted().IsMatch(line)).ToList();

        // It is said in the middle of a line.
        if (lines.Select(line => TooLarge().Match(line)).LastOrDefault(match => match.Success) is { } tooLarge)
            sentences.Add(tooLarge.Groups["text"].Value);
        var reason = sentences.LastOrDefault() ?? "its log has no room for the reason";
        return new VerifierReport(reason, quoted?.Groups["path"].Value, Number(quoted), FindRule(sentences)) { HasEnd = hasEnd };
    }

    /// <summary>The rule of the last sentence that has one: some versions say what it comes to on a line behind it.</summary>
    private static RuleOfMessage? FindRule(IEnumerable<string> sentences) =>
        sentences.Reverse().Select(RuleTable.Find).FirstOrDefault(rule => rule is not null);

    private static int Number(Match? match) =>
        match is null ? 0 : int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Reason: (?<text>.+)$")]
    private static partial Regex Stated();

    [GeneratedRegex(@"^At: .*@ (?<path>[^:]+):(?<line>\d+)")]
    private static partial Regex StatedPlace();

    // What was written beside the source, and put into it, has no file.
    [GeneratedRegex(@"^; .* @ (?<path>[^<].*):(?<line>\d+)$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<text>BPF program is too large\. Processed \d+ insn)$")]
    private static partial Regex TooLarge();

    // Instructions, registers, ways, calls, and the numbers at the end.
    [GeneratedRegex(
        @"^(\d+: |R\d+(_w)?=|processed \d+ insns|verification time|stack depth|insns processed|from \d+ to \d+|\d+ line\(s\) omitted|; "
        + @"|caller:|callee:|mark_precise|arg#\d+ reference type|Func#\d+ |Validating |func#\d+)")]
    private static partial Regex Noise();
}
