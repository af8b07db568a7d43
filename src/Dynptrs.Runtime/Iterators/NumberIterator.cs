namespace Dynptrs;

/// <summary>
/// The kernel's iterator over numbers. Take it from <see cref="Create"/>, and give it back with <c>Destroy</c>; <see cref="BpfLoop.Range"/>
/// does both.
/// </summary>
/// <remarks>Follows <c>struct bpf_iter_num</c>.</remarks>
[Owner]
[KernelType("struct bpf_iter_num", Size = 8)]
public ref struct NumberIterator
{
    private const long Destroyed = 2;

    private int _current;
    private int _end;

    // 0 for what was never made. Its value is the life of the views of the current number.
    private long _generation;

    /// <summary>Makes an iterator over the numbers from a start up to, but excluding, an end.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="iterator">The iterator, which must be destroyed, even when the call fails; then it is empty.</param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for a start after the end; <c>-E2BIG</c> for more than <see cref="BpfConstants.BPF_MAX_LOOPS"/> numbers.
    /// </returns>
    /// <remarks>Follows <c>bpf_iter_num_new</c>.</remarks>
    [AllowedInRegion(typeof(BpfSpinLock))]
    [BpfHelper("bpf_iter_num_new", Arguments = ["iterator", "start", "end"], Since = "6.4", GplOnly = true,
        Summary = "Makes an iterator over the numbers from a start up to an end.")]
    public static int Create(int start, int end, [Acquires("iter_num")] out NumberIterator iterator)
    {
        iterator = default;
        iterator._generation = 1;
        var error = NumberRange.Check(start, end);
        if (error != 0)
            return error;

        // One before the start, which may be the least of all numbers: that of the next is counted up without a check.
        iterator._current = unchecked(start - 1);
        iterator._end = end;
        return 0;
    }

    internal static ReadOnlySlice<int> MoveNext(ref NumberIterator iterator)
    {
        if (iterator._generation != 1)
            Throw.IteratorNotHeld();
        var next = unchecked(iterator._current + 1);
        if (next >= iterator._end)
        {
            iterator._current = 0;
            iterator._end = 0;
            return default;
        }

        iterator._current = next;
        return new ReadOnlySlice<int>(in iterator._current, new Lifetime(in iterator._generation));
    }

    internal static void End(ref NumberIterator iterator)
    {
        if (iterator._generation != 1)
            Throw.IteratorNotHeld();
        iterator._generation = Destroyed;
    }
}
