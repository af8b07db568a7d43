using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class LentObjects
{
    private static readonly ArrayMap<Bytes64> blocks = new(maxEntries: 4);

    /// <summary>A file and whether it was taken.</summary>
    private struct TakenFile
    {
        public KernelFile? file;
        public bool isTaken;
    }

    /// <summary>Releases a task where its scope ends.</summary>
    private readonly ref struct TaskScope(KernelTask task)
    {
        public KernelTask Task => task;

        public void Dispose() => bpf_task_release(task);
    }

    /// <summary>The same, of a task that is not held.</summary>
    private readonly ref struct given_task_of_a_scope__scope(KernelTask task)
    {
        public void Dispose() => bpf_task_release(/*!DYN002*/task/*!*/);
    }

    extension(KernelFile file)
    {
        private void given_file_put_by_an_extension__put() => bpf_put_file(/*!DYN002*/file/*!*/);

        private void acquired_file_put_by_an_extension__put() => bpf_put_file(file);

        private void acquired_file_put_twice_by_an_extension__put() => bpf_put_file(/*!DYN002*/file/*!*/);

        private uint given_file_measured_by_an_extension__size()
        {
            bpf_dynptr_from_file(file, 0, out var ptr);
            var size = (uint)bpf_dynptr_size(ptr);
            bpf_dynptr_file_discard(ref ptr);
            return size;
        }

        private uint acquired_file_measured_after_put__size()
        {
            bpf_dynptr_from_file(/*!DYN003*/file/*!*/, 0, out var ptr);
            var size = (uint)bpf_dynptr_size(ptr);
            bpf_dynptr_file_discard(ref ptr);
            return size;
        }
    }

    [BpfProgram("lsm/file_open")]
    public static int given_file_put_on_a_branch(KernelFile file)
    {
        if (bpf_get_prandom_u32() > 5)
            bpf_put_file(/*!DYN002*/file/*!*/);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int given_file_put_in_a_struct(KernelFile file)
    {
        TakenFile taken;
        taken.file = file;
        taken.isTaken = false;
        given_file_put_in_a_struct__put(ref taken);
        return 0;
    }

    private static void given_file_put_in_a_struct__put(ref TakenFile taken)
    {
        if (taken.file is not null)
            bpf_put_file(/*!DYN002*/taken.file/*!*/);
    }

    [BpfProgram("lsm/file_open")]
    public static int given_or_acquired_file_put(KernelFile file)
    {
        var which = file;
        if (bpf_get_prandom_u32() > 5)
        {
            var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
            if (executable is null)
                return 0;
            which = executable;
        }

        bpf_put_file(/*!DYN002*/which/*!*/);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int acquired_file_put_where_taken(KernelFile file)
    {
        var which = file;
        var executable = bpf_get_prandom_u32() > 5 ? bpf_get_task_exe_file(bpf_get_current_task_btf()) : null;
        if (executable is not null)
            which = executable;
        bpf_dynptr_from_file(which, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        if (executable is not null)
            bpf_put_file(executable);
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int given_file_put_by_an_extension(KernelFile file)
    {
        file.given_file_put_by_an_extension__put();
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int acquired_file_put_by_an_extension(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        executable?.acquired_file_put_by_an_extension__put();
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int acquired_file_put_twice_by_an_extension(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        executable.acquired_file_put_twice_by_an_extension__put();
        executable.acquired_file_put_twice_by_an_extension__put();
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int given_file_measured_by_an_extension(KernelFile file)
    {
        return file.given_file_measured_by_an_extension__size() > 5 ? -1 : 0;
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int acquired_file_measured_after_put(KernelFile file)
    {
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        bpf_put_file(executable);
        return executable.acquired_file_measured_after_put__size() > 5 ? -1 : 0;
        return 0;
    }

    [BpfProgram("lsm/file_open")]
    public static int current_task_released(KernelFile file)
    {
        bpf_task_release(/*!DYN002*/bpf_get_current_task_btf()/*!*/);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int given_task_released(KernelTask task)
    {
        bpf_task_release(/*!DYN002*/task/*!*/);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int given_task_acquired_and_released(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int given_task_released_in_place_of_the_acquired(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        bpf_task_release(/*!DYN002*/task/*!*/);
        bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_given_on_by_a_method(KernelTask task)
    {
        bpf_task_release(/*!DYN002*/task_given_on_by_a_method__same(task)/*!*/);
        return 0;
    }

    private static KernelTask task_given_on_by_a_method__same(KernelTask task) => task;

    [BpfProgram("lsm/task_alloc")]
    public static int task_of_a_scope(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        using var scope = new TaskScope(held);
        var file = bpf_get_task_exe_file(scope.Task);
        if (file is not null)
            bpf_put_file(file);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int given_task_of_a_scope(KernelTask task)
    {
        using var scope = new given_task_of_a_scope__scope(task);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int same_task_under_two_names(KernelTask task)
    {
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        if (held == task)
            bpf_task_release(/*!DYN002*/task/*!*/);
        else
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("tp_btf/task_newtask")]
    public static int tp_task_acquired(KernelTask task, ulong flags)
    {
        var held = bpf_task_acquire(task);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("tp_btf/task_newtask")]
    public static int tp_task_released(KernelTask task, ulong flags)
    {
        bpf_task_release(/*!DYN002*/task/*!*/);
        return 0;
    }

    [BpfProgram("fentry/wake_up_new_task")]
    public static int traced_task_acquired(KernelTask task)
    {
        var held = bpf_task_acquire(/*!DYN020*/task/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("fentry/wake_up_new_task")]
    public static int traced_task_released(KernelTask task)
    {
        bpf_task_release(/*!DYN020*/task/*!*/);
        return 0;
    }

    [BpfProgram("fentry/wake_up_new_task")]
    public static int current_task_of_a_tracer_acquired(KernelTask task)
    {
        var held = bpf_task_acquire(bpf_get_current_task_btf());
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("tp_btf/tcp_send_reset")]
    public static int packet_that_may_be_null(ulong socket, SkBuff? packet)
    {
        bpf_dynptr_from_skb(/*!DYN006*/packet/*!*/!, 0, out var ptr);
        return 0;
    }

    [BpfProgram("tp_btf/tcp_send_reset")]
    public static int packet_that_may_be_null_tested(ulong socket, SkBuff? packet)
    {
        if (packet is not null)
            bpf_dynptr_from_skb(packet, 0, out var ptr);
        return 0;
    }

    [BpfProgram("lsm/mmap_file")]
    public static int mapped_file_read(KernelFile file)
    {
        bpf_dynptr_from_file(/*!DYN006*/file/*!*/, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("lsm/mmap_file")]
    public static int mapped_file_tested_and_read(KernelFile? file)
    {
        if (file is null)
            return 0;
        bpf_dynptr_from_file(file, 0, out var ptr);
        bpf_dynptr_file_discard(ref ptr);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int dentry_of_a_given_file(KernelFile file)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        bpf_get_dentry_xattr(/*!DYN020*/file.Dentry/*!*/, "user.a"u8, value);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int dentry_of_an_acquired_file(KernelFile file)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        bpf_get_dentry_xattr(/*!DYN020*/executable.Dentry/*!*/, "user.a"u8, value);
        bpf_put_file(executable);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int dentry_of_a_file_that_may_be_null(KernelFile file)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        bpf_get_dentry_xattr(/*!DYN006*/executable/*!*/!.Dentry, "user.a"u8, value);
        if (executable is not null)
            bpf_put_file(executable);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int dentry_of_a_file_that_was_put(KernelFile file)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        var dentry = executable.Dentry;
        bpf_put_file(executable);
        bpf_get_dentry_xattr(/*!DYN020*/dentry/*!*/, "user.a"u8, value);
        return 0;
    }

    [BpfProgram("lsm.s/file_open")]
    public static int dentry_taken_of_a_file_that_was_put(KernelFile file)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        var executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (executable is null)
            return 0;
        bpf_put_file(executable);
        bpf_get_dentry_xattr(/*!DYN003*/executable/*!*/.Dentry, "user.a"u8, value);
        return 0;
    }

    [BpfProgram("lsm.s/inode_getxattr")]
    public static int given_dentry(KernelDentry dentry)
    {
        var block = bpf_map_lookup_elem(blocks, 0u);
        if (!block)
            return 0;
        bpf_dynptr_from_mem(block.Bytes, 0, out var value);
        bpf_get_dentry_xattr(dentry, "user.a"u8, value);
        return 0;
    }
}
