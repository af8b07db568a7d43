using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Dynptrs.Build.Compiling;

namespace Dynptrs.Tool.Projects;

/// <summary>Files that belong to no project: compiled with the .NET that runs this, and the runtime that the tool brings.</summary>
internal static class LoneFiles
{
    /// <summary>Reads files.</summary>
    public static ToolProject Read(IReadOnlyList<string> files)
    {
        var compiler = SdkCompiler.FindNewest()
            ?? throw new ToolException("No .NET SDK is installed, whose compiler reads C#. Install the .NET 10 SDK or later.");
        var lone = Path.Combine(AppContext.BaseDirectory, "lone");
        var folder = Path.GetDirectoryName(files[0])!;
        var libraries = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");
        return new ToolProject(
            ToolProject.NameOf(files),
            compiler,
            new CompilerCommand(
                folder,
                [
                    "/noconfig", "/nostdlib+", "/nologo", "/unsafe+", "/nullable:enable", "/target:library", "/langversion:latest",
                    // No one wrote a project that could say what it does not want to hear.
                    "/nowarn:1591,1701,1702",
                    .. libraries.Where(IsManaged).Select(path => $"/reference:{path}"),
                    $"/reference:{typeof(Dynptr).Assembly.Location}",
                    $"/analyzer:{Path.Combine(lone, "Dynptrs.Generators.dll")}",
                    $"/out:{Path.GetFileNameWithoutExtension(files[0])}.dll",
                    Path.Combine(lone, "GlobalUsings.cs"),
                    .. files,
                ]),
            []);
    }

    // The folder of the runtime has native libraries, too.
    private static bool IsManaged(string path)
    {
        using var stream = File.OpenRead(path);
        using var image = new System.Reflection.PortableExecutable.PEReader(stream);
        try
        {
            return image.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
