#include "pairs.h"
#include <bpf/bpf_core_read.h>

char _license[] SEC("license") = "GPL";

extern struct task_struct *bpf_task_acquire(struct task_struct *task) __ksym __weak;
extern void bpf_task_release(struct task_struct *task) __ksym __weak;
extern struct file *bpf_get_task_exe_file(struct task_struct *task) __ksym __weak;
extern void bpf_put_file(struct file *file) __ksym __weak;
extern int bpf_dynptr_from_file(struct file *file, u32 flags, struct bpf_dynptr *ptr) __ksym __weak;
extern int bpf_dynptr_file_discard(struct bpf_dynptr *ptr) __ksym __weak;
extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

u64 sum;

SEC("tp_btf/sched_process_exec")
int BPF_PROG(field_of_a_trusted_task, struct task_struct *task, int old)
{
    sum = task->pid;
    return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(field_of_a_trusted_task_written, struct task_struct *task, int old)
{
    task->pid = 1;
    return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(field_of_a_read_object_written, struct task_struct *task, int old)
{
    task->mm->start_code = 1;
    return 0;
}

SEC("raw_tp/sched_process_exec")
int field_of_the_current_task(void *ctx)
{
    sum = bpf_get_current_task_btf()->pid;
    return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(fields_without_a_test, struct task_struct *task, int old)
{
    sum = task->mm->exe_file->f_inode->i_ino;
    return 0;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(fields_with_a_test, struct task_struct *task, int old)
{
    struct mm_struct *mm = task->mm;
    if (!mm)
        return 0;
    struct file *file = mm->exe_file;
    if (file)
        sum = file->f_inode->i_ino;
    return 0;
}

SEC("fentry/security_inode_unlink")
int BPF_PROG(fields_of_what_a_function_was_called_with, struct inode *folder, struct dentry *entry)
{
    sum = entry->d_inode->i_ino;
    return 0;
}

SEC("lsm/inode_unlink")
int BPF_PROG(trusted_or_null_without_a_test, struct inode *folder, struct dentry *entry)
{
    sum = entry->d_inode->i_ino;
    return 0;
}

SEC("lsm/inode_unlink")
int BPF_PROG(trusted_or_null_with_a_test, struct inode *folder, struct dentry *entry)
{
    struct inode *inode = entry->d_inode;
    if (inode)
        sum = inode->i_ino;
    return 0;
}

SEC("lsm/inode_unlink")
int BPF_PROG(trusted_or_null_of_a_read_object, struct inode *folder, struct dentry *entry)
{
    sum = entry->d_parent->d_inode->i_ino;
    return 0;
}

SEC("tp_btf/kfree_skb")
int BPF_PROG(rcu_or_null_without_a_test, struct sk_buff *packet)
{
    sum = packet->sk->__sk_common.skc_family;
    return 0;
}

SEC("tp_btf/kfree_skb")
int BPF_PROG(rcu_or_null_with_a_test, struct sk_buff *packet)
{
    struct sock *socket = packet->sk;
    if (socket)
        sum = socket->__sk_common.skc_family;
    return 0;
}

SEC("iter/task")
int task_of_an_iterator_without_a_test(struct bpf_iter__task *context)
{
    sum = context->task->pid;
    return 0;
}

SEC("iter/task")
int task_of_an_iterator_with_a_test(struct bpf_iter__task *context)
{
    struct task_struct *task = context->task;
    if (task)
        sum = task->pid;
    return 0;
}

SEC("iter/task")
int task_of_an_iterator_kept(struct bpf_iter__task *context)
{
    struct task_struct *task = context->task;
    if (!task)
        return 0;
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(executable_of_the_current_task, struct file *opened)
{
    struct file *file = bpf_get_task_exe_file(bpf_get_current_task_btf());
    if (file)
        bpf_put_file(file);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(executable_of_a_task_of_rcu, struct file *opened)
{
    struct file *file = bpf_get_task_exe_file(bpf_get_current_task_btf()->real_parent);
    if (file)
        bpf_put_file(file);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(executable_of_a_read_task, struct file *opened)
{
    struct file *file = bpf_get_task_exe_file(bpf_get_current_task_btf()->last_wakee);
    if (file)
        bpf_put_file(file);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(parent_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(parent_of_a_parent_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->real_parent->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(read_task_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->last_wakee);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(parent_of_a_read_task_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->last_wakee->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(parent_kept_in_a_program_that_sleeps, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(parent_kept_in_a_section, struct file *opened)
{
    bpf_rcu_read_lock();
    struct task_struct *held = bpf_task_acquire(bpf_get_current_task_btf()->real_parent);
    if (held)
        bpf_task_release(held);
    bpf_rcu_read_unlock();
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(parent_kept_behind_a_section, struct file *opened)
{
    bpf_rcu_read_lock();
    struct task_struct *parent = bpf_get_current_task_btf()->real_parent;
    bpf_rcu_read_unlock();
    struct task_struct *held = bpf_task_acquire(parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(parent_read_behind_a_section, struct file *opened)
{
    bpf_rcu_read_lock();
    struct task_struct *parent = bpf_get_current_task_btf()->real_parent;
    bpf_rcu_read_unlock();
    sum = parent->pid;
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(parent_from_before_a_section_kept, struct file *opened)
{
    struct task_struct *parent = bpf_get_current_task_btf()->real_parent;
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    struct task_struct *held = bpf_task_acquire(parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("fentry/wake_up_new_task")
int BPF_PROG(traced_task_kept, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("fentry/wake_up_new_task")
int BPF_PROG(parent_of_a_traced_task_kept, struct task_struct *task)
{
    struct task_struct *held = bpf_task_acquire(task->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/bprm_check_security")
int BPF_PROG(file_of_a_started_program, struct linux_binprm *start)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(start->file, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

SEC("lsm/bprm_check_security")
int BPF_PROG(other_file_of_a_started_program, struct linux_binprm *start)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_file(start->executable, 0, &ptr);
    bpf_dynptr_file_discard(&ptr);
    return 0;
}

SEC("raw_tp/sched_process_exec")
int task_at_an_address_read(void *ctx)
{
    sum = bpf_core_cast((void *)bpf_get_current_task(), struct task_struct)->pid;
    return 0;
}

SEC("raw_tp/sched_process_exec")
int task_at_an_address_written(void *ctx)
{
    bpf_core_cast((void *)bpf_get_current_task(), struct task_struct)->pid = 1;
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(task_at_an_address_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_core_cast((void *)bpf_get_current_task(), struct task_struct));
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("lsm/file_open")
int BPF_PROG(parent_of_a_task_at_an_address_kept, struct file *opened)
{
    struct task_struct *held = bpf_task_acquire(bpf_core_cast((void *)bpf_get_current_task(), struct task_struct)->real_parent);
    if (held)
        bpf_task_release(held);
    return 0;
}

SEC("raw_tp/sched_process_exec")
int task_at_an_address_read_at_once(void *ctx)
{
    sum = ((struct task_struct *)(void *)bpf_get_current_task())->pid;
    return 0;
}

SEC("raw_tp/sched_process_exec")
int task_at_an_address_copied(void *ctx)
{
    struct task_struct *task = (void *)bpf_get_current_task();
    sum = BPF_CORE_READ(task, real_parent, pid);
    return 0;
}
