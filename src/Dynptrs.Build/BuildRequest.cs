using System;
using System.IO;
using System.Linq;
using Dynptrs.Build.Compiling;

namespace Dynptrs.Build;

/// <summary>What a build asks for.</summary>
/// <param name="Output">The folder for what is emitted.</param>
/// <param name="MakesObjects">Whether objects are made of the C.</param>
/// <param name="Compiler">The folder of the compiler.</param>
/// <param name="Command">What the compiler of the project is told.</param>
internal sealed record BuildRequest(string Output, bool MakesObjects, string Compiler, CompilerCommand Command)
{
    /// <summary>
    /// Reads a file: the folder of the project, the folder for the output from there, <c>c</c> or <c>object</c>, the folder of the
    /// compiler, then the arguments of the compiler, each on a line of its own.
    /// </summary>
    public static BuildRequest Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines is not [var folder, var output, var kind, var compiler, ..])
            throw new InvalidDataException($"{path} says too little.");
        return new BuildRequest(
            Path.GetFullPath(output, folder),
            kind.Equals("object", StringComparison.OrdinalIgnoreCase),
            Path.GetFullPath(compiler, folder),
            new CompilerCommand(folder, [.. lines.Skip(4).Where(line => line.Length > 0)]));
    }
}
