using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Dynptrs.Build.Compiling;
using Dynptrs.Build.Emitting;
using Dynptrs.Build.Toolchain;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Build;

/// <summary>Emits a project while it is built.</summary>
internal static class BuildRun
{
    /// <summary>The file that lists the objects; it is written last, and only where all of them are there.</summary>
    private const string List = "objects.txt";

    /// <summary>Emits.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="errors">Takes the errors.</param>
    /// <returns>Whether there is nothing to report: all is emitted, or the compiler reports what is wrong.</returns>
    public static bool Run(BuildRequest request, TextWriter errors)
    {
        Directory.CreateDirectory(request.Output);
        var before = Directory.GetFiles(request.Output, "*.bpf.?").Append(Path.Combine(request.Output, List)).ToHashSet();
        foreach (var stale in before)
            File.Delete(stale);
        var project = CompiledProject.Compile(request.Command);
        if (!project.Errors.IsEmpty)
            return true;

        var programs = new ProjectPrograms(project);
        var objects = programs.Objects.Select(programs.Emit).ToList();
        var problems = objects.SelectMany(emitted => emitted.Problems).Distinct().ToList();
        if (problems.Count > 0)
            return Report(problems.Where(problem => !IsReported(problem, project)), errors);

        var content = new Dictionary<string, byte[]>();
        foreach (var emitted in objects)
            content.Add($"{emitted.Name}.bpf.c", Encoding.UTF8.GetBytes(emitted.Source!));
        if (request.MakesObjects && objects.Count > 0 && !Report(Compile(objects, programs.Cpu, project.Folder, content), errors))
            return false;
        foreach (var (name, bytes) in content)
            File.WriteAllBytes(Path.Combine(request.Output, name), bytes);
        File.WriteAllLines(Path.Combine(request.Output, List), objects.Select(emitted => emitted.Name));
        return true;
    }

    private static ImmutableArray<SourceProblem> Compile(
        List<ObjectSource> objects,
        string cpu,
        string folder,
        Dictionary<string, byte[]> content)
    {
        if (Clang.Find(out var missing) is not { } clang)
            return [new SourceProblem(null, 0, 0, SourceProblem.NotCompiled, missing)];
        var problems = new List<SourceProblem>();
        foreach (var emitted in objects)
        {
            if (clang.Compile(emitted.Source!, cpu, folder, out var found) is { } bytes)
                content.Add($"{emitted.Name}.bpf.o", bytes);
            problems.AddRange(found);
        }

        return [.. problems.Distinct()];
    }

    /// <summary>Whether the compiler will report it, as an error: then the build fails there, once.</summary>
    private static bool IsReported(SourceProblem problem, CompiledProject project) =>
        project.IsAnalyzed
        && problem.Diagnostic is { } diagnostic
        && CompilationWithAnalyzers.GetEffectiveDiagnostics([diagnostic], project.Compilation)
            .Any(effective => effective is { Severity: DiagnosticSeverity.Error, IsSuppressed: false });

    private static bool Report(IEnumerable<SourceProblem> problems, TextWriter errors)
    {
        var isSilent = true;
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
            isSilent = false;
        }

        return isSilent;
    }
}
