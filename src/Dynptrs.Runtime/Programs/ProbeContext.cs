using System;
using System.Runtime.CompilerServices;

namespace Dynptrs;

/// <summary>
/// The context of a program that probes a function, of the kernel or of a process: the registers where the function begins or, for the
/// sections <c>kretprobe</c> and <c>uretprobe</c>, has returned. They are read, and never written.
/// </summary>
/// <remarks>
/// Follows <c>struct pt_regs</c> and the macros with which programs in C name its fields, on x86-64 and on 64-bit Arm. An argument is as wide
/// as a register: cast it to the type that the function declares. What it points to is copied with <see cref="ProbeMemory"/>. In process,
/// the host says what the registers hold.
/// </remarks>
[Trusted]
[KernelType("struct pt_regs")]
public sealed class ProbeContext
{
    private readonly Parameters _parameters;

    /// <summary>Makes a context.</summary>
    /// <param name="parameters">The arguments of the function, in their order: six at most. Those that are left out are 0.</param>
    /// <exception cref="ArgumentException">There are more.</exception>
    public ProbeContext(params ReadOnlySpan<ulong> parameters) => parameters.CopyTo(_parameters);

    /// <summary>The first argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM1</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm1")]
    public ulong Parameter1 => _parameters[0];

    /// <summary>The second argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM2</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm2")]
    public ulong Parameter2 => _parameters[1];

    /// <summary>The third argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM3</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm3")]
    public ulong Parameter3 => _parameters[2];

    /// <summary>The fourth argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM4</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm4")]
    public ulong Parameter4 => _parameters[3];

    /// <summary>The fifth argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM5</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm5")]
    public ulong Parameter5 => _parameters[4];

    /// <summary>The sixth argument of the function.</summary>
    /// <remarks>Follows <c>PT_REGS_PARM6</c>. It is there where the function begins.</remarks>
    [KernelField("pt_regs", "parm6")]
    public ulong Parameter6 => _parameters[5];

    /// <summary>What the function has returned.</summary>
    /// <remarks>Follows <c>PT_REGS_RC</c>. It is there where the function has returned.</remarks>
    [KernelField("pt_regs", "rc")]
    public ulong ReturnValue { get; init; }

    /// <summary>The address of the instruction that is probed.</summary>
    /// <remarks>Follows <c>PT_REGS_IP</c>.</remarks>
    [KernelField("pt_regs", "ip")]
    public ulong InstructionPointer { get; init; }

    /// <summary>The address of the top of the stack.</summary>
    /// <remarks>Follows <c>PT_REGS_SP</c>.</remarks>
    [KernelField("pt_regs", "sp")]
    public ulong StackPointer { get; init; }

    [InlineArray(6)]
    private struct Parameters
    {
        private ulong _first;
    }
}
