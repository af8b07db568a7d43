#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern struct file *bpf_get_task_exe_file(struct task_struct *task) __ksym __weak;
extern void bpf_put_file(struct file *file) __ksym __weak;
extern int bpf_dynptr_from_file(struct file *file, u32 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_file_discard(struct bpf_dynptr *ptr) __ksym __weak;
extern struct task_struct *bpf_task_from_pid(s32 id) __ksym __weak;
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;
extern int bpf_get_dentry_xattr(struct dentry *dentry, const char *name__str, struct bpf_dynptr *value_p) __ksym __weak;

MAP_OF(ARRAY, blocks, u32, struct bytes64);

struct taken_file {
    struct file *file;
    bool is_taken;
};

SEC("lsm/file_open")
int BPF_PROG(given_file_put_on_a_branch, struct file *file)
{
    if (bpf_get_prandom_u32() > 5)
        bpf_put_file(file);
    return 0;
}

static __noinline void given_file_put_in_a_struct__put(struct taken_file *taken)
{
    if (taken->file)
        bpf_put_file(taken->file);
}

SEC("lsm/file_open")
int BPF_PROG(given_file_put_in_a_struct, struct file *file)
{
    struct taken_file taken = {file};
    given_file_put_in_a_struct__put(&taken);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(given_or_acquired_file_put, struct file *file)
{
    struct file *which = file;
    if (bpf_get_prandom_u32() > 5) {
        struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
        if (!executable)
            return 0;
        which = executable;
    }
    bpf_put_file(which);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(acquired_file_put_where_taken, struct file *file)
{
    struct bpf_dynptr ptr;
    struct file *which = file;
    struct file *executable = 0;
    if (bpf_get_prandom_u32() > 5)
        executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (executable)
        which = executable;
    bpf_dynptr_from_file(which, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    if (executable)
        bpf_put_file(executable);
    return 0;
}

static __noinline void put_by_extension(struct file *file)
{
    bpf_put_file(file);
}

static __noinline u32 size_by_extension(struct file *file)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(file, 0, &ptr);
    u32 size = bpf_dynptr_size(&ptr);
    bpf_dynptr_file_discard(&ptr);
    return size;
}

SEC("lsm/file_open")
int BPF_PROG(given_file_put_by_an_extension, struct file *file)
{
    put_by_extension(file);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(acquired_file_put_by_an_extension, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (executable)
        put_by_extension(executable);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(acquired_file_put_twice_by_an_extension, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    put_by_extension(executable);
    put_by_extension(executable);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(given_file_measured_by_an_extension, struct file *file)
{
    return size_by_extension(file) > 5 ? -1 : 0;
}

SEC("lsm/file_open")
int BPF_PROG(acquired_file_measured_after_put, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    bpf_put_file(executable);
    return size_by_extension(executable) > 5 ? -1 : 0;
}

SEC("lsm/file_open")
int BPF_PROG(current_task_released, struct file *file)
{
    bpf_task_release(bpf_get_current_task_btf());
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(given_task_released, struct task_struct *task)
{
    bpf_task_release(task);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(given_task_acquired_and_released, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(given_task_released_in_place_of_the_acquired, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    bpf_task_release(task);
    bpf_task_release(held);
    return 0;
}

static __noinline struct task_struct *task_given_on_by_a_method__same(struct task_struct *task)
{
    barrier_var(task);
    return task;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_given_on_by_a_method, struct task_struct *task)
{
    bpf_task_release(task_given_on_by_a_method__same(task));
    return 0;
}

static __noinline void task_scope__dispose(struct task_struct *task)
{
    bpf_task_release(task);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_of_a_scope, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    struct file *file = bpf_get_task_exe_file(held);
    if (file)
        bpf_put_file(file);
    task_scope__dispose(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(given_task_of_a_scope, struct task_struct *task)
{
    task_scope__dispose(task);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(same_task_under_two_names, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    if (held == task) {
        barrier_var(task);
        bpf_task_release(task);
    } else {
        bpf_task_release(held);
    }
    return 0;
}

SEC("tp_btf/task_newtask")
int BPF_PROG(tp_task_acquired, struct task_struct *task, u64 flags)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("tp_btf/task_newtask")
int BPF_PROG(tp_task_released, struct task_struct *task, u64 flags)
{
    bpf_task_release(task);
    return 0;
}

SEC("fentry/wake_up_new_task")
int BPF_PROG(traced_task_acquired, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("fentry/wake_up_new_task")
int BPF_PROG(traced_task_released, struct task_struct *task)
{
    bpf_task_release(task);
    return 0;
}

SEC("fentry/wake_up_new_task")
int BPF_PROG(current_task_of_a_tracer_acquired, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf());
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("tp_btf/tcp_send_reset")
int BPF_PROG(packet_that_may_be_null, struct sock *sk, struct sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb((void *)skb, 0, &ptr);
    return 0;
}

SEC("tp_btf/tcp_send_reset")
int BPF_PROG(packet_that_may_be_null_tested, struct sock *sk, struct sk_buff *skb)
{
    struct bpf_dynptr ptr;
    if (skb)
        bpf_dynptr_from_skb((void *)skb, 0, &ptr);
    return 0;
}

SEC("lsm/mmap_file")
int BPF_PROG(mapped_file_read, struct file *file)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

SEC("lsm/mmap_file")
int BPF_PROG(mapped_file_tested_and_read, struct file *file)
{
    struct bpf_dynptr ptr;
    if (!file)
        return 0;
    bpf_dynptr_from_file(file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(dentry_of_a_given_file, struct file *file)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    bpf_get_dentry_xattr(file->f_path.dentry, "user.a", &value);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(dentry_of_an_acquired_file, struct file *file)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    bpf_get_dentry_xattr(executable->f_path.dentry, "user.a", &value);
    bpf_put_file(executable);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(dentry_of_a_file_that_may_be_null, struct file *file)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    bpf_get_dentry_xattr(executable->f_path.dentry, "user.a", &value);
    if (executable)
        bpf_put_file(executable);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(dentry_of_a_file_that_was_put, struct file *file)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    struct dentry *dentry = executable->f_path.dentry;
    bpf_put_file(executable);
    bpf_get_dentry_xattr(dentry, "user.a", &value);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(dentry_taken_of_a_file_that_was_put, struct file *file)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    bpf_put_file(executable);
    bpf_get_dentry_xattr(executable->f_path.dentry, "user.a", &value);
    return 0;
}

SEC("lsm.s/inode_getxattr")
int BPF_PROG(given_dentry, struct dentry *dentry, char *name)
{
    u32 key = 0;
    struct bytes64 *block = bpf_map_lookup_elem(&blocks, &key);
    if (!block)
        return 0;
    struct bpf_dynptr value;
    bpf_dynptr_from_mem(block->bytes, 64, 0, &value);
    bpf_get_dentry_xattr(dentry, "user.a", &value);
    return 0;
}
