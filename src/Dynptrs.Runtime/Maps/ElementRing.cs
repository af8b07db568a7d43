using System.Threading;

namespace Dynptrs;

/// <summary>The elements of a queue or a stack: a ring whose oldest element makes room where that is asked for.</summary>
/// <remarks>Follows <c>kernel/bpf/queue_stack_maps.c</c>.</remarks>
/// <param name="maxEntries">The largest number of elements.</param>
internal sealed class ElementRing<TValue>(int maxEntries)
    where TValue : unmanaged
{
    private readonly MapElements<TValue> _elements = new(maxEntries);
    private readonly Lock _lock = new();
    private uint _oldest;
    private uint _count;

    public int Count
    {
        get
        {
            lock (_lock)
                return (int)_count;
        }
    }

    public int Push(ref readonly TValue value, ulong flags)
    {
        if (flags is not (BpfConstants.BPF_ANY or BpfConstants.BPF_EXIST))
            return -Errno.EINVAL;
        lock (_lock)
        {
            if (_count == (uint)_elements.Length)
            {
                if (flags != BpfConstants.BPF_EXIST)
                    return -Errno.E2BIG;
                _oldest = At(1);
                _count--;
            }

            _elements[At(_count++)] = value;
            return 0;
        }
    }

    /// <summary>Copies the oldest element, or the newest, and may remove it.</summary>
    public int Get(out TValue value, bool isNewest, bool isRemoved)
    {
        lock (_lock)
        {
            value = default;
            if (_count == 0)
                return -Errno.ENOENT;
            value = _elements[At(isNewest ? _count - 1 : 0)];
            if (!isRemoved)
                return 0;
            if (!isNewest)
                _oldest = At(1);
            _count--;
            return 0;
        }
    }

    private uint At(uint distance) => (uint)((_oldest + (ulong)distance) % (uint)_elements.Length);
}
