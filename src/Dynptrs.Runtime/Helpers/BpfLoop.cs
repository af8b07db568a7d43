using System;

namespace Dynptrs;

/// <summary>The bounded loop of the kernel, <c>bpf_loop</c>.</summary>
public static class BpfLoop
{
    /// <summary>The numbers from a start up to, but excluding, an end: <c>foreach (int i in BpfLoop.Range(0, 10))</c>.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <returns>
    /// The numbers; none for a start after the end, and for more than <see cref="BpfConstants.BPF_MAX_LOOPS"/> numbers: see
    /// <see cref="NumberRange.Error"/>.
    /// </returns>
    /// <remarks>
    /// Follows the macro <c>bpf_for</c> over <c>bpf_iter_num_new</c>. The rounds of such a loop need not be counted to a constant, so the
    /// end may be any number; each number is known to lie between what the bounds may be.
    /// </remarks>
    [return: Counts(nameof(start), nameof(end))]
    [AllowedInRegion(typeof(BpfSpinLock))]
    [BpfHelper("bpf_iter_num_new", Since = "6.4", GplOnly = true, HasStub = false)]
    public static NumberRange Range(int start, int end) => new(start, end);

    /// <summary>Runs a callback a number of times.</summary>
    /// <param name="iterations">How many times at most, up to <see cref="BpfConstants.BPF_MAX_LOOPS"/>.</param>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of iterations that ran; <c>-EINVAL</c> for flags; <c>-E2BIG</c> for too many iterations.</returns>
    [BpfHelper("bpf_loop", Id = 181, Since = "5.17", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback a number of times, until it returns 1.")]
    public static int Run(uint iterations, [Callback(Runs = "iterations")] LoopCallback callback, [InRange(0, 0)] ulong flags = 0)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Run(iterations, static (uint index, ref LoopCallback run) => run(index), ref callback, flags);
    }

    /// <summary>Runs a callback a number of times with a context.</summary>
    /// <typeparam name="T">The type of the context, which may be a dynptr or hold one.</typeparam>
    /// <param name="iterations">How many times at most, up to <see cref="BpfConstants.BPF_MAX_LOOPS"/>.</param>
    /// <param name="callback">A static method or lambda, which returns 0 to go on and 1 to stop.</param>
    /// <param name="context">Passed to each run.</param>
    /// <param name="flags">Must be 0.</param>
    /// <returns>The number of iterations that ran; <c>-EINVAL</c> for flags; <c>-E2BIG</c> for too many iterations.</returns>
    [BpfHelper("bpf_loop", Id = 181, Since = "5.17", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Runs a callback a number of times with a context, until it returns 1.")]
    public static int Run<T>(
        uint iterations,
        [Callback(Context = "context", Runs = "iterations")] LoopCallback<T> callback,
        ref T context,
        [InRange(0, 0)] ulong flags = 0)
        where T : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (flags != 0)
            return -Errno.EINVAL;
        if (iterations > BpfConstants.BPF_MAX_LOOPS)
            return -Errno.E2BIG;
        for (uint index = 0; index < iterations; index++)
        {
            if (callback(index, ref context) != 0)
                return (int)(index + 1);
        }

        return (int)iterations;
    }
}
