#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern struct file *bpf_get_task_exe_file(struct task_struct *task) __ksym __weak;
extern void bpf_put_file(struct file *file) __ksym __weak;
extern int bpf_dynptr_from_file(struct file *file, u32 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_file_discard(struct bpf_dynptr *ptr) __ksym __weak;
extern struct task_struct *bpf_task_from_pid(s32 id) __ksym __weak;
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;

struct taken_file {
    struct file *file;
    bool is_taken;
};

struct outer {
    struct taken_file inner;
};

struct held_task {
    struct task_struct *task;
    int number;
};

static __noinline void file_overwritten_by_a_method__forget(struct taken_file *taken)
{
    taken->file = 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_overwritten_by_a_method, struct task_struct *task)
{
    struct taken_file taken = {bpf_get_task_exe_file(task), true};
    file_overwritten_by_a_method__forget(&taken);
    if (taken.file)
        bpf_put_file(taken.file);
    return 0;
}

static __noinline struct task_struct *task_acquired_by_a_method__take(struct task_struct *task)
{
    return bpf_task_acquire(task);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_acquired_by_a_method, struct task_struct *task)
{
    struct task_struct *held = task_acquired_by_a_method__take(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

static __noinline struct task_struct *task_acquired_by_a_method_and_kept__take(struct task_struct *task)
{
    return bpf_task_acquire(task);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_acquired_by_a_method_and_kept, struct task_struct *task)
{
    struct task_struct *held = task_acquired_by_a_method_and_kept__take(task);
    return held ? -1 : 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_in_a_nested_struct_put_twice, struct task_struct *task)
{
    struct file *executable = bpf_get_task_exe_file(task);
    if (!executable)
        return 0;
    struct outer outer = {};
    outer.inner.file = executable;
    struct outer copy = outer;
    barrier_var(executable);
    bpf_put_file(copy.inner.file);
    bpf_put_file(outer.inner.file);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_in_a_nested_struct_put_once, struct task_struct *task)
{
    struct file *executable = bpf_get_task_exe_file(task);
    if (!executable)
        return 0;
    struct outer outer = {};
    outer.inner.file = executable;
    struct outer copy = outer;
    bpf_put_file(copy.inner.file);
    return 0;
}

static __noinline bool task_by_out__take(struct task_struct *task, struct task_struct **held)
{
    *held = bpf_task_acquire(task);
    return *held != 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_by_out, struct task_struct *task)
{
    struct task_struct *held;
    if (task_by_out__take(task, &held))
        bpf_task_release(held);
    return 0;
}

static __noinline bool task_by_out_kept__take(struct task_struct *task, struct task_struct **held)
{
    *held = bpf_task_acquire(task);
    return *held != 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_by_out_kept, struct task_struct *task)
{
    struct task_struct *held;
    task_by_out_kept__take(task, &held);
    return 0;
}

static __noinline void task_in_a_returned_struct__take(struct task_struct *task, struct held_task *held)
{
    held->number = 0;
    held->task = bpf_task_acquire(task);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_in_a_returned_struct, struct task_struct *task)
{
    struct held_task held;
    task_in_a_returned_struct__take(task, &held);
    if (held.task)
        bpf_task_release(held.task);
    return 0;
}

static __noinline void task_in_a_returned_struct_kept__take(struct task_struct *task, struct held_task *held)
{
    held->number = 0;
    held->task = bpf_task_acquire(task);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_in_a_returned_struct_kept, struct task_struct *task)
{
    struct held_task held;
    task_in_a_returned_struct_kept__take(task, &held);
    return held.task ? -1 : 0;
}

static int file_put_in_a_callback__run(u64 index, struct taken_file *taken)
{
    if (taken->file)
        bpf_put_file(taken->file);
    return 1;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_put_in_a_callback, struct task_struct *task)
{
    struct file *executable = bpf_get_task_exe_file(task);
    if (!executable)
        return 0;
    struct taken_file taken = {executable, true};
    bpf_loop(4, file_put_in_a_callback__run, &taken, 0);
    return 0;
}

static int file_read_in_a_callback__run(u64 index, struct taken_file *taken)
{
    struct bpf_dynptr ptr;
    if (!taken->file)
        return 1;
    bpf_dynptr_from_file(taken->file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_read_in_a_callback, struct task_struct *task)
{
    struct file *executable = bpf_get_task_exe_file(task);
    if (!executable)
        return 0;
    struct taken_file taken = {executable, true};
    bpf_loop(4, file_read_in_a_callback__run, &taken, 0);
    bpf_put_file(executable);
    return 0;
}

static int task_acquired_in_a_callback__run(u32 index, struct held_task *held)
{
    if (!held->task)
        held->task = bpf_task_from_pid(1);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_acquired_in_a_callback, struct task_struct *task)
{
    struct held_task held = {};
    bpf_loop(4, task_acquired_in_a_callback__run, &held, 0);
    if (held.task)
        bpf_task_release(held.task);
    return 0;
}

static int task_acquired_anew_in_a_callback__run(u32 index, struct held_task *held)
{
    held->task = bpf_task_from_pid(1);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_acquired_anew_in_a_callback, struct task_struct *task)
{
    struct held_task held = {};
    bpf_loop(4, task_acquired_anew_in_a_callback__run, &held, 0);
    if (held.task)
        bpf_task_release(held.task);
    return 0;
}

static int task_acquired_and_released_in_a_callback__run(u32 index, struct held_task *held)
{
    struct task_struct *mine = bpf_task_from_pid(1);
    if (mine)
        bpf_task_release(mine);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_acquired_and_released_in_a_callback, struct task_struct *task)
{
    struct held_task held = {};
    bpf_loop(4, task_acquired_and_released_in_a_callback__run, &held, 0);
    return 0;
}

static __noinline void task_released_by_a_local_function__release(struct task_struct **held)
{
    bpf_task_release(*held);
}

SEC("lsm/task_alloc")
int BPF_PROG(task_released_by_a_local_function, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    task_released_by_a_local_function__release(&held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_released_twice_by_a_local_function, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    task_released_by_a_local_function__release(&held);
    task_released_by_a_local_function__release(&held);
    return 0;
}
