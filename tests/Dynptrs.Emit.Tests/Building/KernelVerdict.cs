using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Kernel;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests.Building;

/// <summary>What the kernel that runs here says of a program; its log, which may be long, is not kept.</summary>
/// <param name="Program">The program.</param>
/// <param name="Error">The error with which it is not loaded, or 0.</param>
/// <param name="IsRefused">Whether the verifier refuses it.</param>
/// <param name="Message">Why it is not loaded.</param>
internal sealed record KernelVerdict(EmittedProgram Program, int Error, bool IsRefused, string Message)
{
    /// <summary>Whether it is loaded.</summary>
    public bool IsLoaded => Message.Length == 0;

    /// <summary>Loads programs, each alone, and lets go of them again.</summary>
    public static List<KernelVerdict> Of(IEnumerable<EmittedProgram> programs) =>
    [
        .. programs
            .Select(program => (program, Clang.Compile(program.Source!).Content))
            .Where(pair => pair.Content is not null)
            .Select(pair => Load(pair.program, pair.Content!)),
    ];

    private static KernelVerdict Load(EmittedProgram program, byte[] content)
    {
        try
        {
            KernelObject.Load(content, new KernelLoadOptions { LoadsAll = true }).Dispose();
            return new KernelVerdict(program, 0, IsRefused: false, "");
        }
        catch (BpfLoadException exception)
        {
            return new KernelVerdict(program, exception.Error, exception is BpfVerifierException, exception.Message);
        }
    }
}
