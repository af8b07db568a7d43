using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dynptrs.Build.Toolchain;

/// <summary>The commands of this machine.</summary>
public static class Executables
{
    private static IEnumerable<string> Folders => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(Path.IsPathRooted);

    /// <summary>Where a command is: a path as it is, a name where <c>PATH</c> has it.</summary>
    /// <param name="name">The name or the path.</param>
    /// <returns>The path, or <see langword="null"/>.</returns>
    public static string? Find(string name)
    {
        if (Path.GetFileName(name) != name)
            return File.Exists(name) ? Path.GetFullPath(name) : null;
        return Folders
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") })
            .FirstOrDefault(File.Exists);
    }

    /// <summary>The commands whose names match a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public static IEnumerable<string> Matching(Regex pattern) => Folders
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateFiles)
        .Where(path => pattern.IsMatch(Path.GetFileName(path)));
}
