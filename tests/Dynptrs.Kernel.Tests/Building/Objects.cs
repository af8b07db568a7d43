using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using Dynptrs.Emit.Programs;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Testing;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Kernel.Tests.Building;

/// <summary>The programs of these tests as objects for the kernel.</summary>
internal static class Objects
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Dynptrs.Kernel.Tests");
    private static readonly ConcurrentDictionary<string, ProgramSet> Sets = new();

    /// <summary>An object; the test ends where nothing can be compiled or loaded.</summary>
    /// <param name="name">The class of its programs.</param>
    public static byte[] Compile(string name)
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        return Compile("Programs", name, isRefused: false);
    }

    /// <summary>An object for a world, which needs none in this process.</summary>
    public static byte[] Compile(string name, BpfWorld world) => world == BpfWorld.Process ? [] : Compile(name);

    /// <summary>An object of a program in which something is wrong.</summary>
    public static byte[] CompileRefused(string name)
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        return Compile("Refused", name, isRefused: true);
    }

    /// <summary>An object that is written in C.</summary>
    public static byte[] CompileC(string source)
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        var (content, errors) = Clang.Compile(source);
        return content ?? throw new InvalidOperationException(errors);
    }

    /// <summary>An object whose C was changed first.</summary>
    public static byte[] CompileChanged(string name, Func<string, string> change)
    {
        RunningKernel.SkipWhereNothingMayBeLoaded();
        return CompileC(change(Emit("Programs", name, isRefused: false)));
    }

    private static byte[] Compile(string folder, string name, bool isRefused) => CompileC(Emit(folder, name, isRefused));

    private static string Emit(string folder, string name, bool isRefused)
    {
        var set = Sets.GetOrAdd(folder, static folder => new ProgramSet(folder, Directory.GetFiles(Path.Combine(Folder, folder), "*.cs")));
        Assert.Empty(set.Errors);
        var emitter = new ProgramEmitter(set.Compilation, new EmissionOptions { IncludesRefused = isRefused });
        var emitted = emitter.Emit(name, [.. emitter.FindPrograms().Where(program => program.ContainingType.Name == name)]);
        Assert.Empty(emitted.Problems);
        return emitted.Source!;
    }
}
