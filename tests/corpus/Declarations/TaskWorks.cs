using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dynptrs;

namespace Corpus;

internal static partial class Bpf
{
    private static readonly Queue<Action> s_taskWork = new();

    /// <summary>What happens when the task goes back to user space.</summary>
    internal static void RunTaskWork()
    {
        while (s_taskWork.TryDequeue(out Action? work))
            work();
    }

    [BpfHelper("bpf_task_work_schedule_signal", Since = "6.18", Summary = "Runs a callback in a task, before it goes back to user space.")]
    public static int bpf_task_work_schedule_signal<TValue>(
        [Trusted] KernelTask task,
        ref TaskWork work,
        ArrayMap<TValue> map,
        [Callback] TaskWorkCallback<TValue> callback)
        where TValue : unmanaged
    {
        for (uint key = 0; key < map.MaxEntries; key++)
        {
            MapValue<TValue> value = map.Lookup(key);
            if (!value)
                continue;
            nint offset = Unsafe.ByteOffset(ref Unsafe.As<TValue, byte>(ref value.Value), ref Unsafe.As<TaskWork, byte>(ref work));
            if (offset < 0 || offset >= Unsafe.SizeOf<TValue>())
                continue;
            uint at = key;
            s_taskWork.Enqueue(() =>
            {
                MapValue<TValue> found = map.Lookup(at);
                if (found)
                    callback(map, at, ref found.Value);
            });
            return 0;
        }

        return -Errno.EINVAL;
    }
}
