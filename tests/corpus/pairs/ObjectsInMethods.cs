using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class ObjectsInMethods
{
    /// <summary>A file and whether it was taken.</summary>
    private struct TakenFile
    {
        public KernelFile? file;
        public bool isTaken;
    }

    /// <summary>A file in a struct in a struct.</summary>
    private struct Outer
    {
        public TakenFile inner;
    }

    /// <summary>A task that is held.</summary>
    private struct HeldTask
    {
        public KernelTask? task;
        public int number;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int file_overwritten_by_a_method(KernelTask task)
    {
        TakenFile taken;
        taken.file = bpf_get_task_exe_file(task);
        taken.isTaken = true;
        file_overwritten_by_a_method__forget(ref taken);
        if (taken.file is not null)
            bpf_put_file(taken.file);
        return 0;
    }

    private static void file_overwritten_by_a_method__forget(ref TakenFile taken) => /*!DYN004*/taken.file/*!*/ = null;

    [BpfProgram("lsm/task_alloc")]
    public static int task_acquired_by_a_method(KernelTask task)
    {
        var held = task_acquired_by_a_method__take(task);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    private static KernelTask? task_acquired_by_a_method__take(KernelTask task) => bpf_task_acquire(task);

    [BpfProgram("lsm/task_alloc")]
    public static int task_acquired_by_a_method_and_kept(KernelTask task)
    {
        var held = task_acquired_by_a_method_and_kept__take(task);
        /*!DYN001*/return held is null ? 0 : -1;/*!*/
    }

    private static KernelTask? task_acquired_by_a_method_and_kept__take(KernelTask task) => bpf_task_acquire(task);

    [BpfProgram("lsm/task_alloc")]
    public static int file_in_a_nested_struct_put_twice(KernelTask task)
    {
        var executable = bpf_get_task_exe_file(task);
        if (executable is null)
            return 0;
        Outer outer = default;
        outer.inner.file = executable;
        var copy = outer;
        bpf_put_file(copy.inner.file!);
        bpf_put_file(/*!DYN002*/outer.inner.file/*!*/!);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int file_in_a_nested_struct_put_once(KernelTask task)
    {
        var executable = bpf_get_task_exe_file(task);
        if (executable is null)
            return 0;
        Outer outer = default;
        outer.inner.file = executable;
        var copy = outer;
        bpf_put_file(copy.inner.file!);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_by_out(KernelTask task)
    {
        if (task_by_out__take(task, out var held))
            bpf_task_release(held!);
        return 0;
    }

    private static bool task_by_out__take(KernelTask task, out KernelTask? held)
    {
        held = bpf_task_acquire(task);
        return held is not null;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_by_out_kept(KernelTask task)
    {
        task_by_out_kept__take(task, out var held);
        /*!DYN001*/return 0;/*!*/
    }

    private static bool task_by_out_kept__take(KernelTask task, out KernelTask? held)
    {
        held = bpf_task_acquire(task);
        return held is not null;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_in_a_returned_struct(KernelTask task)
    {
        var held = task_in_a_returned_struct__take(task);
        if (held.task is not null)
            bpf_task_release(held.task);
        return 0;
    }

    private static HeldTask task_in_a_returned_struct__take(KernelTask task)
    {
        HeldTask held = default;
        held.task = bpf_task_acquire(task);
        return held;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_in_a_returned_struct_kept(KernelTask task)
    {
        var held = task_in_a_returned_struct_kept__take(task);
        /*!DYN001*/return held.task is null ? 0 : -1;/*!*/
    }

    private static HeldTask task_in_a_returned_struct_kept__take(KernelTask task)
    {
        HeldTask held = default;
        held.task = bpf_task_acquire(task);
        return held;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int file_put_in_a_callback(KernelTask task)
    {
        var executable = bpf_get_task_exe_file(task);
        if (executable is null)
            return 0;
        TakenFile taken;
        taken.file = executable;
        taken.isTaken = true;
        bpf_loop(4, file_put_in_a_callback__run, ref taken, 0);
        return 0;
    }

    private static int file_put_in_a_callback__run(uint index, ref TakenFile taken)
    {
        if (taken.file is not null)
            bpf_put_file(/*!DYN002*/taken.file/*!*/);
        return 1;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int file_read_in_a_callback(KernelTask task)
    {
        var executable = bpf_get_task_exe_file(task);
        if (executable is null)
            return 0;
        TakenFile taken;
        taken.file = executable;
        taken.isTaken = true;
        bpf_loop(4, file_read_in_a_callback__run, ref taken, 0);
        bpf_put_file(executable);
        return 0;
    }

    private static int file_read_in_a_callback__run(uint index, ref TakenFile taken)
    {
        if (taken.file is null)
            return 1;
        bpf_dynptr_from_file(taken.file, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_acquired_in_a_callback(KernelTask task)
    {
        HeldTask held = default;
        bpf_loop(4, task_acquired_in_a_callback__run, ref held, 0);
        if (held.task is not null)
            bpf_task_release(held.task);
        return 0;
    }

    private static int task_acquired_in_a_callback__run(uint index, ref HeldTask held)
    {
        if (held.task is null)
            held.task = bpf_task_from_pid(1);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_acquired_anew_in_a_callback(KernelTask task)
    {
        HeldTask held = default;
        bpf_loop(4, task_acquired_anew_in_a_callback__run, ref held, 0);
        if (held.task is not null)
            bpf_task_release(held.task);
        return 0;
    }

    private static int task_acquired_anew_in_a_callback__run(uint index, ref HeldTask held)
    {
        held.task = /*!DYN004*/bpf_task_from_pid(1)/*!*/;
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_acquired_and_released_in_a_callback(KernelTask task)
    {
        HeldTask held = default;
        bpf_loop(4, task_acquired_and_released_in_a_callback__run, ref held, 0);
        return 0;
    }

    private static int task_acquired_and_released_in_a_callback__run(uint index, ref HeldTask held)
    {
        var mine = bpf_task_from_pid(1);
        if (mine is not null)
            bpf_task_release(mine);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_released_by_a_local_function(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        Release();
        return 0;

        void Release() => bpf_task_release(held);
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_released_twice_by_a_local_function(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        Release();
        Release();
        return 0;

        void Release() => bpf_task_release(/*!DYN002*/held/*!*/);
    }
}
