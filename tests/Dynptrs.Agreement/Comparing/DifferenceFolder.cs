using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Dynptrs.Agreement.Comparing;

/// <summary>A folder of programs on which a kernel does not agree: the C#, both words, and the C.</summary>
internal sealed class DifferenceFolder(string path)
{
    private readonly string _path = Directory.CreateDirectory(path).FullName;

    /// <summary>Writes a program, and what is left of it once it is made smaller, if that is less.</summary>
    public void Add(Comparison comparison, Comparison smallest)
    {
        var name = comparison.Program.Name;
        var number = 1;
        while (File.Exists(Path.Combine(_path, $"{name}-{number}.bpf.c")))
            number++;
        Write(comparison, $"{name}-{number}");
        if (!ReferenceEquals(comparison.Program, smallest.Program))
            Write(smallest, $"{name}-{number}.small");
    }

    private void Write(Comparison comparison, string name)
    {
        var program = comparison.Program;
        ImmutableArray<string> lines =
        [
            $"// {program.Tree.FilePath}: {program.Changes}",
            .. program.Findings.Select(finding => $"// {finding}"),
            program.Text,
            "// the kernel:",
            $"// literally: {comparison.Literally?.Answer}",
            .. comparison.Verdict.Log.TrimEnd().Split('\n').TakeLast(16).Select(line => "// " + line),
        ];
        File.WriteAllLines(Path.Combine(_path, name + ".cs.txt"), lines);
        File.WriteAllText(Path.Combine(_path, name + ".bpf.c"), program.Source);
    }
}
