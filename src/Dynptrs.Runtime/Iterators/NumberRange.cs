namespace Dynptrs;

/// <summary>The numbers from a start up to, but excluding, an end, to be enumerated: see <see cref="BpfLoop.Range"/>.</summary>
[KernelType("struct bpf_iter_num", Size = 8, Destroy = "bpf_iter_num_destroy")]
public readonly struct NumberRange
{
    private readonly int _start;
    private readonly int _end;

    internal NumberRange(int start, int end)
    {
        Error = Check(start, end);
        if (Error != 0)
            return;
        _start = start;
        _end = end;
    }

    /// <summary>
    /// 0; <c>-EINVAL</c> for a start after the end; <c>-E2BIG</c> for more than <see cref="BpfConstants.BPF_MAX_LOOPS"/> numbers. With an
    /// error there are none.
    /// </summary>
    public int Error { get; }

    /// <summary>Starts the enumeration.</summary>
    /// <returns>The enumerator.</returns>
    [AllowedInRegion(typeof(BpfSpinLock))]
    [BpfHelper("bpf_iter_num_new", Since = "6.4", GplOnly = true, HasStub = false)]
    public NumberEnumerator GetEnumerator() => new(_start, _end);

    /// <summary>The result of <c>bpf_iter_num_new</c>.</summary>
    internal static int Check(int start, int end) =>
        start > end ? -Errno.EINVAL
        : (long)end - start > BpfConstants.BPF_MAX_LOOPS ? -Errno.E2BIG
        : 0;
}
