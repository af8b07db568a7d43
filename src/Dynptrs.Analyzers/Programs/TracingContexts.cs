using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Programs;

/// <summary>The contexts of programs that trace functions.</summary>
/// <remarks>
/// Follows <c>kprobe_prog_is_valid_access</c>: any part of the registers that lies at a multiple of its size. The names of the registers are
/// those of the macros with which programs in C name them, <c>PT_REGS_PARM1</c> and its kin, since each architecture has its own.
/// </remarks>
internal static class TracingContexts
{
    private static readonly ImmutableArray<string> Probes = ["KPROBE"];

    /// <summary>The contexts.</summary>
    public static ImmutableArray<ContextStructure> Contexts { get; } =
    [
        new("pt_regs", Probes,
        [
            Register("parm1"),
            Register("parm2"),
            Register("parm3"),
            Register("parm4"),
            Register("parm5"),
            Register("parm6"),
            Register("rc"),
            Register("ip"),
            Register("sp"),
        ]),
    ];

    // Linux 7.2 loads what writes a register, too.
    private static ContextField Register(string name) => new(name, 8, Probes, Probes) { ReadSizes = [1, 2, 4], WriteSizes = [1, 2, 4] };
}
