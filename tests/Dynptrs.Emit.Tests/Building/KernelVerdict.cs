using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Tests.Corpus;
using Dynptrs.Testing.Judging;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests.Building;

/// <summary>What the kernel that runs here says of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Verdict">What it says.</param>
internal sealed record KernelVerdict(EmittedProgram Program, Verdict Verdict)
{
    /// <summary>Asks of programs, each alone.</summary>
    public static List<KernelVerdict> Of(IEnumerable<EmittedProgram> programs) =>
    [
        .. programs
            .Select(program => (program, Clang.Compile(program.Source!).Content))
            .Where(pair => pair.Content is not null)
            .Select(pair => new KernelVerdict(pair.program, Ask(pair.Content!))),
    ];

    private static Verdict Ask(byte[] content) =>
        Judge.Ask(content) is { Count: 1 } answers ? answers.Values.Single() : new Verdict(Answer.None, "libbpf does not read the object.");
}
