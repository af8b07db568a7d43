using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dynptrs.Tool.Structs;

/// <summary>What a tracepoint gives to programs, as the kernel's text about it tells: its <c>format</c>.</summary>
/// <param name="Name">The name of the tracepoint.</param>
/// <param name="Fields">Its fields, without those that each tracepoint has, which no program may read.</param>
internal sealed partial record TracepointFormat(string Name, IReadOnlyList<TracepointField> Fields)
{
    private const string Common = "common_";

    private static readonly string[] Folders = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];

    /// <summary>Reads the text about a tracepoint of the kernel that runs here.</summary>
    /// <param name="tracepoint">Its category and its name, such as <c>sched/sched_process_exec</c>.</param>
    /// <exception cref="ToolException">There is none.</exception>
    public static TracepointFormat OfThisKernel(string tracepoint)
    {
        if (tracepoint.Split('/') is not [{ Length: > 0 } category, { Length: > 0 } name]
            || tracepoint.Contains("..", StringComparison.Ordinal))
        {
            throw new ToolException($"`{tracepoint}` is no tracepoint: it has a category and a name, as `sched/sched_process_exec` has.");
        }

        foreach (var folder in Folders)
        {
            if (Directory.Exists(folder + "/events"))
                return Open($"{folder}/events/{category}/{name}/format");
        }

        throw new ToolException(
            $"The files of the tracepoints are not here: `mount -t tracefs tracefs {Folders[0]}` shows them, or `--format FILE` names a "
            + "saved one.");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">There is none, or it is not one.</exception>
    public static TracepointFormat Open(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"There is no {path}.");
        }
    }

    private static TracepointFormat Parse(string text, string path)
    {
        var name = NameLine().Match(text);
        var fields = FieldLine().Matches(text)
            .Select(Read)
            .Where(field => !field.Name.StartsWith(Common, StringComparison.Ordinal))
            .ToList();
        return name.Success && fields.All(field => field.Name.Length > 0)
            ? new TracepointFormat(name.Groups["name"].Value, fields)
            : throw new ToolException(
                $"{path} is no format of a tracepoint: such a file begins with `name:`, and has a line `field:` for each field.");
    }

    private static TracepointField Read(Match line)
    {
        var declaration = line.Groups["declaration"].Value;
        var name = Declarator().Match(declaration);
        var kind = declaration.Split(' ')[0];
        // Of what varies in length there is only where it lies.
        var isPlace = kind is "__data_loc" or "__rel_loc";
        return new TracepointField(
            isPlace ? $"{kind}_{name.Groups["name"].Value}" : name.Groups["name"].Value,
            declaration[..name.Index].Trim(),
            !isPlace && name.Groups["count"] is { Success: true } count ? Number(count) : 0,
            Number(line.Groups["offset"]),
            Number(line.Groups["size"]),
            !isPlace && line.Groups["signed"].Value == "1");
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A\s*name:\s*(?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex NameLine();

    [GeneratedRegex(
        @"^\s*field:(?<declaration>[^;\n]*);\s*offset:(?<offset>\d{1,9});\s*size:(?<size>\d{1,9});(\s*signed:(?<signed>[01]);)?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"(?<name>\w+)(\[(?<count>\d{1,6})\])?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Declarator();
}
