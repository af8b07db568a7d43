using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dynptrs.Tool.Projects;

/// <summary>The command <c>dotnet</c>.</summary>
internal static class DotnetHost
{
    /// <summary>Where it is: beside the .NET that runs this, else where <c>PATH</c> has it.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var beside = System.IO.Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(beside) ? beside : "dotnet";
    }
}
