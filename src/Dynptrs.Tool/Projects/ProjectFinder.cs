using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace Dynptrs.Tool.Projects;

/// <summary>Finds what a person means: a project, a folder with one, or files.</summary>
internal static class ProjectFinder
{
    /// <summary>Reads what paths name; that of the current folder where there are none.</summary>
    /// <exception cref="ToolException">There is no such thing, or more than one.</exception>
    public static ToolProject Read(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count > 0 && paths.All(IsSource))
            return LoneFiles.Read([.. paths.Select(Existing)]);
        if (paths.Count > 1)
        {
            var others = string.Join(", ", paths.Where(path => !IsSource(path)));
            throw new ToolException($"These are no files of C#: {others}. Name one project, or files that end in .cs.");
        }

        return ProjectReader.Read(FindProject(paths is [var path] ? path : Directory.GetCurrentDirectory()), cancellationToken);
    }

    private static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static string Existing(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw new ToolException($"There is no file {path}. {Siblings(path, "*.cs")}");

    private static string FindProject(string path)
    {
        if (File.Exists(path))
        {
            return path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
                ? Path.GetFullPath(path)
                : throw new ToolException($"{path} is no project of C#. Name a file that ends in .csproj or in .cs.");
        }

        if (!Directory.Exists(path))
            throw new ToolException($"There is no project {path}. {Siblings(path, "*.csproj")}");
        return Directory.GetFiles(path, "*.csproj") switch
        {
            [var one] => Path.GetFullPath(one),
            [] => throw new ToolException(
                $"There is no project in {Path.GetFullPath(path)}. Name one, or go to its folder: `dynptr verify src/App`."),
            var many => throw new ToolException(
                $"There are {many.Length} projects in {Path.GetFullPath(path)}. Name one: "
                + string.Join(", ", many.Select(Path.GetFileName).Order(StringComparer.Ordinal)) + "."),
        };
    }

    private static string Siblings(string path, string pattern)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder)!;
        var found = Directory.GetFiles(folder, pattern).Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(5).ToList();
        return found.Count == 0 ? $"Nor is there another in {folder}." : $"{folder} has {string.Join(", ", found)}.";
    }
}
