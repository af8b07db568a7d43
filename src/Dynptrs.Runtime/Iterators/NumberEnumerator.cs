namespace Dynptrs;

/// <summary>Enumerates a <see cref="NumberRange"/>.</summary>
[KernelType("struct bpf_iter_num", Size = 8, Destroy = "bpf_iter_num_destroy")]
public ref struct NumberEnumerator
{
    private readonly int _end;
    private int _current;

    internal NumberEnumerator(int start, int end)
    {
        _current = unchecked(start - 1);
        _end = end;
    }

    /// <summary>The current number.</summary>
    [KernelField]
    public readonly int Current => _current;

    /// <summary>Goes to the next number.</summary>
    /// <returns>Whether there is one.</returns>
    [return: EndsLoops]
    [AllowedInRegion(typeof(BpfSpinLock))]
    [BpfHelper("bpf_iter_num_next", Since = "6.4", GplOnly = true, HasStub = false)]
    public bool MoveNext()
    {
        // The number before the least of all is the greatest.
        var next = unchecked(_current + 1);
        if (next >= _end)
            return false;
        _current = next;
        return true;
    }
}
