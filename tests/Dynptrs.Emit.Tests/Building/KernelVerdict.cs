using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Kernel;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests.Building;

/// <summary>What the kernel that runs here says of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Exception">Why it is not loaded, or <see langword="null"/> where it is.</param>
internal sealed record KernelVerdict(EmittedProgram Program, BpfLoadException? Exception)
{
    /// <summary>Loads programs, each alone, and lets go of them again.</summary>
    public static List<KernelVerdict> Of(IEnumerable<EmittedProgram> programs) =>
    [
        .. programs
            .Select(program => (program, Clang.Compile(program.Source!).Content))
            .Where(pair => pair.Content is not null)
            .Select(pair => new KernelVerdict(pair.program, Load(pair.Content!))),
    ];

    private static BpfLoadException? Load(byte[] content)
    {
        try
        {
            KernelObject.Load(content, new KernelLoadOptions { LoadsAll = true }).Dispose();
            return null;
        }
        catch (BpfLoadException exception)
        {
            return exception;
        }
    }
}
