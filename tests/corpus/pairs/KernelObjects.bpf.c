#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern struct file *bpf_get_task_exe_file(struct task_struct *task) __ksym __weak;
extern void bpf_put_file(struct file *file) __ksym __weak;
extern int bpf_dynptr_from_file(struct file *file, u32 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_file_discard(struct bpf_dynptr *ptr) __ksym __weak;

struct holder {
    struct file *file;
};

SEC("lsm/file_open")
int BPF_PROG(file_that_was_given_is_put, struct file *file)
{
    bpf_put_file(file);
    return 0;
}

static __noinline void file_that_was_given_is_put_by_a_method__put(struct file *file)
{
    bpf_put_file(file);
}

SEC("lsm/file_open")
int BPF_PROG(file_that_was_given_is_put_by_a_method, struct file *file)
{
    file_that_was_given_is_put_by_a_method__put(file);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(file_that_was_acquired_is_put, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (executable)
        bpf_put_file(executable);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(file_that_was_given_is_read, struct file *file)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

static __noinline void file_in_a_struct_is_put_twice__put(struct holder *holder)
{
    bpf_put_file(holder->file);
}

SEC("lsm/file_open")
int BPF_PROG(file_in_a_struct_is_put_twice, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    struct holder holder = {executable};
    bpf_put_file(executable);
    file_in_a_struct_is_put_twice__put(&holder);
    return 0;
}

static __noinline void file_in_a_struct_is_put_once__put(struct holder *holder)
{
    bpf_put_file(holder->file);
}

SEC("lsm/file_open")
int BPF_PROG(file_in_a_struct_is_put_once, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    struct holder holder = {executable};
    file_in_a_struct_is_put_once__put(&holder);
    return 0;
}

static __noinline void file_used_by_a_method_after_put__read(struct file *file)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
}

SEC("lsm/file_open")
int BPF_PROG(file_used_by_a_method_after_put, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    bpf_put_file(executable);
    file_used_by_a_method_after_put__read(executable);
    return 0;
}

static __noinline void file_used_by_a_method_before_put__read(struct file *file)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
}

SEC("lsm/file_open")
int BPF_PROG(file_used_by_a_method_before_put, struct file *file)
{
    struct file *executable = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (!executable)
        return 0;
    file_used_by_a_method_before_put__read(executable);
    bpf_put_file(executable);
    return 0;
}
