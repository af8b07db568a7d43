using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class HeldObjects
{
    /// <summary>A file and whether it was taken.</summary>
    private struct TakenFile
    {
        public KernelFile? file;
        public bool isTaken;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_kept(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        /*!DYN001*/return held is null ? 0 : -1;/*!*/
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_released_twice(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        bpf_task_release(held);
        bpf_task_release(/*!DYN002*/held/*!*/);
        bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_that_may_be_null(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        bpf_task_release(/*!DYN006*/held/*!*/!);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_that_may_be_null_used_and_released(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        var file = bpf_get_task_exe_file(/*!DYN006*/held/*!*/!);
        if (file is not null)
            bpf_put_file(file);
        bpf_task_release(held!);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_used_after_its_release(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        if (held is null)
            return 0;
        bpf_task_release(held);
        var file = bpf_get_task_exe_file(/*!DYN003*/held/*!*/);
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int file_of_a_released_task(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        if (held is null)
            return 0;
        var file = bpf_get_task_exe_file(held);
        bpf_task_release(held);
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_overwritten_while_held(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        if (held is null)
            return 0;
        held = /*!DYN004*/bpf_task_from_pid(2)/*!*/;
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_made_null_while_held(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        /*!DYN004*/held = null/*!*/;
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_overwritten_and_held_by_another(KernelTask task)
    {
        var held = bpf_task_from_pid(1);
        if (held is null)
            return 0;
        var other = held;
        held = bpf_task_from_pid(2);
        if (held is not null)
            bpf_task_release(held);
        bpf_task_release(other);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int result_that_nobody_takes(KernelTask task)
    {
        /*!DYN001*/bpf_task_from_pid(1);/*!*/
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int tasks_of_a_loop_kept(KernelTask task)
    {
        for (var i = 0; i < 4; i++)
        {
            var held = bpf_task_from_pid(i);
            if (held is null)
                break;
        /*!DYN001*/}/*!*/

        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int tasks_of_a_loop_released(KernelTask task)
    {
        for (var i = 0; i < 4; i++)
        {
            var held = bpf_task_from_pid(i);
            if (held is null)
                break;
            bpf_task_release(held);
        }

        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int first_task_found(KernelTask task)
    {
        KernelTask? found = null;
        for (var i = 1; i < 4; i++)
        {
            found = bpf_task_from_pid(i);
            if (found is not null)
                break;
        }

        if (found is not null)
            bpf_task_release(found);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int last_task_found(KernelTask task)
    {
        KernelTask? found = null;
        for (var i = 1; i < 4; i++)
        {
            var next = bpf_task_from_pid(i);
            if (next is null)
                continue;
            if (found is not null)
                bpf_task_release(found);
            found = next;
        }

        if (found is not null)
            bpf_task_release(found);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int last_task_found_without_the_others(KernelTask task)
    {
        KernelTask? found = null;
        for (var i = 1; i < 4; i++)
        {
            var next = bpf_task_from_pid(i);
            if (next is not null)
                /*!DYN004*/found = next/*!*/;
        }

        if (found is not null)
            bpf_task_release(found);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int either_of_two_tasks(KernelTask task)
    {
        var first = bpf_task_from_pid(1);
        if (first is null)
            return 0;
        var second = bpf_task_from_pid(2);
        if (second is null)
        {
            bpf_task_release(first);
            return 0;
        }

        var isFirst = bpf_get_prandom_u32() > 5;
        bpf_task_release(isFirst ? first : second);
        bpf_task_release(isFirst ? second : first);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int either_of_two_tasks_twice(KernelTask task)
    {
        var first = bpf_task_from_pid(1);
        if (first is null)
            return 0;
        var second = bpf_task_from_pid(2);
        if (second is null)
        {
            bpf_task_release(first);
            return 0;
        }

        bpf_task_release(bpf_get_prandom_u32() > 5 ? first : second);
        bpf_task_release(/*!DYN002*/second/*!*/);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_of_a_task(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        var again = bpf_task_acquire(held);
        bpf_task_release(held);
        if (again is not null)
            bpf_task_release(again);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_of_a_released_task(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        bpf_task_release(held);
        var again = bpf_task_acquire(/*!DYN003*/held/*!*/);
        if (again is not null)
            bpf_task_release(again);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int cleared_file_of_a_struct_put(KernelTask task)
    {
        TakenFile taken = default;
        bpf_put_file(/*!DYN006*/taken.file/*!*/!);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int literal_null_put(KernelTask task)
    {
        bpf_put_file(/*!DYN006*/null/*!*/!);
        return 0;
    }

    [BpfProgram("lsm.s/task_alloc")]
    public static int key_put_three_times(KernelTask task)
    {
        var key = bpf_lookup_user_key(1, 0);
        if (key is null)
            return 0;
        var same = key;
        bpf_key_put(key);
        bpf_key_put(/*!DYN002*/same/*!*/);
        bpf_key_put(key);
        bpf_key_put(same);
        return 0;
    }

    [BpfProgram("lsm.s/task_alloc")]
    public static int null_key_put_three_times(KernelTask task)
    {
        var key = bpf_lookup_user_key(1, 0);
        bpf_key_put(/*!DYN006*/key/*!*/!);
        bpf_key_put(key!);
        bpf_key_put(key!);
        return 0;
    }

    [BpfProgram("lsm.s/task_alloc")]
    public static int one_of_two_keys_put_twice(KernelTask task)
    {
        var first = bpf_lookup_user_key(1, 0);
        if (first is null)
            return 0;
        var second = bpf_lookup_system_key(0);
        if (second is not null)
        {
            bpf_key_put(first);
            bpf_key_put(/*!DYN002*/first/*!*/);
            return 0;
        }

        bpf_key_put(first);
        return 0;
    }

    [BpfProgram("lsm.s/task_alloc")]
    public static int two_keys_put_in_either_order(KernelTask task)
    {
        var first = bpf_lookup_user_key(1, 0);
        if (first is null)
            return 0;
        var second = bpf_lookup_system_key(0);
        bpf_key_put(first);
        if (second is not null)
            bpf_key_put(second);
        return 0;
    }
}
