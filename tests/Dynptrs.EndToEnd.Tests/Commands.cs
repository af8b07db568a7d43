using System;
using System.IO;
using System.Linq;

namespace Dynptrs.EndToEnd.Tests;

/// <summary>The commands of this machine.</summary>
internal static class Commands
{
    /// <summary>Whether a command is there.</summary>
    public static bool Has(string name) => Find(name) is not null;

    /// <summary>Where a command is, or <see langword="null"/>.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
