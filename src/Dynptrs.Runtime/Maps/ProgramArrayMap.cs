using System;
using System.Threading;

namespace Dynptrs;

/// <summary>Programs by index, to go on with. Safe to use from several threads.</summary>
/// <remarks>
/// <para>
/// Follows <c>BPF_MAP_TYPE_PROG_ARRAY</c>, since Linux 4.2. All programs have the type of the first that was stored. Programs only go on with
/// others; the host stores them.
/// </para>
/// <para>
/// Here a program that goes on with another is left by an exception, which whoever runs the program catches: <see cref="TestRun"/>, or a
/// skeleton. So it ends as a whole, also where the call stands in a method that it calls; the kernel ends that method alone, and its caller
/// goes on. The two are the same where the caller returns what the method does.
/// </para>
/// </remarks>
[KernelMap("PROG_ARRAY", Key = typeof(uint), Value = typeof(uint))]
public sealed class ProgramArrayMap : BpfMap
{
    private readonly BpfProgram?[] _programs;
    private readonly Lock _lock = new();
    private string? _programType;

    /// <summary>Creates an array without programs.</summary>
    /// <param name="maxEntries">The number of programs, the kernel's <c>max_entries</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public ProgramArrayMap([Capacity] int maxEntries)
        : base(maxEntries) => _programs = new BpfProgram?[maxEntries];

    /// <summary>Stores a program, for the host.</summary>
    /// <param name="index">The index.</param>
    /// <param name="program">The program.</param>
    /// <returns>
    /// 0; <c>-E2BIG</c> when the index is out of range; <c>-EINVAL</c> when the program is not of the type of the first that was stored.
    /// </returns>
    public int Update(uint index, BpfProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (index >= (uint)_programs.Length)
            return -Errno.E2BIG;
        lock (_lock)
        {
            _programType ??= program.ProgramType;
            if (program.ProgramType != _programType)
                return -Errno.EINVAL;
            Volatile.Write(ref _programs[index], program);
            return 0;
        }
    }

    /// <summary>Takes a program out, for the host.</summary>
    /// <param name="index">The index.</param>
    /// <returns>0; <c>-E2BIG</c> when the index is out of range; <c>-ENOENT</c> when no program is there.</returns>
    public int Delete(uint index)
    {
        if (index >= (uint)_programs.Length)
            return -Errno.E2BIG;
        return Interlocked.Exchange(ref _programs[index], null) is null ? -Errno.ENOENT : 0;
    }

    /// <summary>Goes on with another program instead of this. Where it comes back, there is none, or there were 33 calls already.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="context">The context of the program.</param>
    /// <param name="index">The index of the other program.</param>
    /// <exception cref="TailCallException">There is a program to go on with: whoever runs this one does so.</exception>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [EndsProgram(InvalidatesSlicesOf = ["skb", "xdp", "skb_meta"])]
    [BpfHelper(
        "bpf_tail_call", Id = 12,
        Arguments = ["context", "this", "index"],
        Since = "4.2",
        Summary = "Goes on with another program; comes back where there is none.")]
    public void TailCall<TContext>([Trusted] TContext context, uint index)
        where TContext : class
    {
        var program = index < (uint)_programs.Length ? Volatile.Read(ref _programs[index]) : null;
        if (program?.Method is Func<TContext, int> method)
            TailCalls.Leave(method, context);
    }
}
