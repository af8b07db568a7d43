#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern struct file *bpf_get_task_exe_file(struct task_struct *task) __ksym __weak;
extern void bpf_put_file(struct file *file) __ksym __weak;
extern int bpf_dynptr_from_file(struct file *file, u32 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_file_discard(struct bpf_dynptr *ptr) __ksym __weak;
extern struct task_struct *bpf_task_from_pid(s32 id) __ksym __weak;
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;
extern struct bpf_key *bpf_lookup_user_key(s32 serial, u64 flags) __ksym __weak;
extern struct bpf_key *bpf_lookup_system_key(u64 id) __ksym __weak;
extern void bpf_key_put(struct bpf_key *key) __ksym __weak;

struct taken_file {
    struct file *file;
    bool is_taken;
};

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_kept, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    return held ? -1 : 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_released_twice, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    bpf_task_release(held);
    bpf_task_release(held);
    bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(acquired_task_that_may_be_null, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_that_may_be_null_used_and_released, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    struct file *file = bpf_get_task_exe_file(held);
    if (file)
        bpf_put_file(file);
    bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_used_after_its_release, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    if (!held)
        return 0;
    bpf_task_release(held);
    struct file *file = bpf_get_task_exe_file(held);
    if (file)
        bpf_put_file(file);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(file_of_a_released_task, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    if (!held)
        return 0;
    struct file *file = bpf_get_task_exe_file(held);
    bpf_task_release(held);
    if (file)
        bpf_put_file(file);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_overwritten_while_held, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    if (!held)
        return 0;
    held = bpf_task_from_pid(2);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_made_null_while_held, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    held = 0;
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_overwritten_and_held_by_another, struct task_struct *task)
{
    struct task_struct *held = bpf_task_from_pid(1);
    if (!held)
        return 0;
    struct task_struct *other = held;
    held = bpf_task_from_pid(2);
    if (held)
        bpf_task_release(held);
    bpf_task_release(other);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(result_that_nobody_takes, struct task_struct *task)
{
    bpf_task_from_pid(1);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(tasks_of_a_loop_kept, struct task_struct *task)
{
    for (int i = 0; i < 4; i++) {
        struct task_struct *held = bpf_task_from_pid(i);
        if (!held)
            break;
    }
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(tasks_of_a_loop_released, struct task_struct *task)
{
    for (int i = 0; i < 4; i++) {
        struct task_struct *held = bpf_task_from_pid(i);
        if (!held)
            break;
        bpf_task_release(held);
    }
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(first_task_found, struct task_struct *task)
{
    struct task_struct *found = 0;
    for (int i = 1; i < 4; i++) {
        found = bpf_task_from_pid(i);
        if (found)
            break;
    }
    if (found)
        bpf_task_release(found);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(last_task_found, struct task_struct *task)
{
    struct task_struct *found = 0;
    for (int i = 1; i < 4; i++) {
        struct task_struct *next = bpf_task_from_pid(i);
        if (!next)
            continue;
        if (found)
            bpf_task_release(found);
        found = next;
    }
    if (found)
        bpf_task_release(found);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(last_task_found_without_the_others, struct task_struct *task)
{
    struct task_struct *found = 0;
    for (int i = 1; i < 4; i++) {
        struct task_struct *next = bpf_task_from_pid(i);
        if (next)
            found = next;
    }
    if (found)
        bpf_task_release(found);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(either_of_two_tasks, struct task_struct *task)
{
    struct task_struct *first = bpf_task_from_pid(1);
    if (!first)
        return 0;
    struct task_struct *second = bpf_task_from_pid(2);
    if (!second) {
        bpf_task_release(first);
        return 0;
    }
    bool is_first = bpf_get_prandom_u32() > 5;
    bpf_task_release(is_first ? first : second);
    bpf_task_release(is_first ? second : first);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(either_of_two_tasks_twice, struct task_struct *task)
{
    struct task_struct *first = bpf_task_from_pid(1);
    if (!first)
        return 0;
    struct task_struct *second = bpf_task_from_pid(2);
    if (!second) {
        bpf_task_release(first);
        return 0;
    }
    bpf_task_release(bpf_get_prandom_u32() > 5 ? first : second);
    bpf_task_release(second);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_of_a_task, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    struct task_struct *again = bpf_task_acquire(held);
    bpf_task_release(held);
    if (again)
        bpf_task_release(again);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(task_of_a_released_task, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (!held)
        return 0;
    bpf_task_release(held);
    struct task_struct *again = bpf_task_acquire(held);
    if (again)
        bpf_task_release(again);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(cleared_file_of_a_struct_put, struct task_struct *task)
{
    struct taken_file taken = {};
    bpf_put_file(taken.file);
    return 0;
}

SEC("lsm/task_alloc")
int BPF_PROG(literal_null_put, struct task_struct *task)
{
    bpf_put_file(0);
    return 0;
}

SEC("lsm.s/task_alloc")
int BPF_PROG(key_put_three_times, struct task_struct *task)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    if (!key)
        return 0;
    struct bpf_key *same = key;
    bpf_key_put(key);
    bpf_key_put(same);
    bpf_key_put(key);
    bpf_key_put(same);
    return 0;
}

SEC("lsm.s/task_alloc")
int BPF_PROG(null_key_put_three_times, struct task_struct *task)
{
    struct bpf_key *key = bpf_lookup_user_key(1, 0);
    bpf_key_put(key);
    bpf_key_put(key);
    bpf_key_put(key);
    return 0;
}

SEC("lsm.s/task_alloc")
int BPF_PROG(one_of_two_keys_put_twice, struct task_struct *task)
{
    struct bpf_key *first = bpf_lookup_user_key(1, 0);
    if (!first)
        return 0;
    struct bpf_key *second = bpf_lookup_system_key(0);
    if (second) {
        bpf_key_put(first);
        bpf_key_put(first);
        return 0;
    }
    bpf_key_put(first);
    return 0;
}

SEC("lsm.s/task_alloc")
int BPF_PROG(two_keys_put_in_either_order, struct task_struct *task)
{
    struct bpf_key *first = bpf_lookup_user_key(1, 0);
    if (!first)
        return 0;
    struct bpf_key *second = bpf_lookup_system_key(0);
    bpf_key_put(first);
    if (second)
        bpf_key_put(second);
    return 0;
}
