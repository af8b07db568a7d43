using System;
using System.Collections.Generic;

namespace Dynptrs.Tests.Maps;

public class QueueMapTests
{
    private readonly QueueMap<int> _queue = new(3);
    private readonly StackMap<int> _stack = new(3);

    [Fact]
    public void The_oldest_element_leaves_a_queue_first()
    {
        for (var i = 1; i <= 3; i++)
            Assert.Equal(0, _queue.Push(i));

        Assert.Equal((0, 1), (_queue.Peek(out var next), next));
        Assert.Equal([1, 2, 3], TakeAll(_queue.Pop));
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void The_newest_element_leaves_a_stack_first()
    {
        for (var i = 1; i <= 3; i++)
            Assert.Equal(0, _stack.Push(i));

        Assert.Equal((0, 3), (_stack.Peek(out var next), next));
        Assert.Equal([3, 2, 1], TakeAll(_stack.Pop));
        Assert.Equal(0, _stack.Count);
    }

    [Fact]
    public void A_full_map_refuses_unless_it_may_drop_its_oldest_element()
    {
        for (var i = 1; i <= 3; i++)
        {
            _queue.Push(i);
            _stack.Push(i);
        }

        Assert.Equal((-Errno.E2BIG, -Errno.E2BIG), (_queue.Push(4), _stack.Push(4)));
        Assert.Equal((0, 0), (_queue.Push(4, BpfConstants.BPF_EXIST), _stack.Push(4, BpfConstants.BPF_EXIST)));
        Assert.Equal([2, 3, 4], TakeAll(_queue.Pop));
        Assert.Equal([4, 3, 2], TakeAll(_stack.Pop));
    }

    [Fact]
    public void An_empty_map_gives_zeroes()
    {
        var value = 5;
        Assert.Equal((-Errno.ENOENT, 0), (_queue.Pop(out value), value));
        value = 5;
        Assert.Equal((-Errno.ENOENT, 0), (_queue.Peek(out value), value));
        value = 5;
        Assert.Equal((-Errno.ENOENT, 0), (_stack.Pop(out value), value));
        value = 5;
        Assert.Equal((-Errno.ENOENT, 0), (_stack.Peek(out value), value));
    }

    [Theory]
    [InlineData(BpfConstants.BPF_NOEXIST)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(ulong.MaxValue)]
    public void Other_flags_are_refused(ulong flags)
    {
        Assert.Equal((-Errno.EINVAL, -Errno.EINVAL), (_queue.Push(1, flags), _stack.Push(1, flags)));
        Assert.Equal((0, 0), (_queue.Count, _stack.Count));
    }

    [Fact]
    public void A_ring_is_a_queue_however_often_it_went_round()
    {
        var random = new Random(1);
        var model = new Queue<int>();
        for (var i = 0; i < 1_000; i++)
        {
            if (random.Next(2) == 0)
            {
                var flags = (ulong)random.Next(2) * BpfConstants.BPF_EXIST;
                Assert.Equal(model.Count == 3 && flags == 0 ? -Errno.E2BIG : 0, _queue.Push(i, flags));
                if (model.Count < 3 || flags != 0)
                    model.Enqueue(i);
                if (model.Count > 3)
                    model.Dequeue();
            }
            else
            {
                var isThere = model.TryDequeue(out var expected);
                Assert.Equal((isThere ? 0 : -Errno.ENOENT, expected), (_queue.Pop(out var value), value));
            }
        }
    }

    [Fact]
    public void An_element_may_be_larger_than_an_element_of_an_array()
    {
        var queue = new QueueMap<Mebibyte>(2);
        var value = default(Mebibyte);
        value[^1] = 7;

        Assert.Equal(0, queue.Push(in value));

        Assert.Equal((0, 7), (queue.Pop(out var taken), taken[^1]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_map_has_room_for_at_least_one_element(int maxEntries)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QueueMap<int>(maxEntries));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StackMap<int>(maxEntries));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BloomFilterMap<int>(maxEntries));
    }

    private static int[] TakeAll(Pop pop)
    {
        var taken = new List<int>();
        while (pop(out var value) == 0)
            taken.Add(value);
        return [.. taken];
    }

    private delegate int Pop(out int value);
}
