/* Written from C#. clang -target bpf -mcpu=v4 -O2 -g -fwrapv -fno-strict-aliasing -fno-delete-null-pointer-checks -fno-finite-loops -fno-builtin -mllvm -bpf-stack-size=513 */
typedef signed char __s8;
typedef unsigned char __u8;
typedef short __s16;
typedef unsigned short __u16;
typedef unsigned int __u32;
typedef long long __s64;
typedef unsigned long long __u64;

#define bool _Bool
#define true 1
#define false 0
#define NULL ((void *)0)
#define SEC(name) __attribute__((section(name), used))
#define __ksym __attribute__((section(".ksyms")))
#define __noinline __attribute__((noinline))
#define __always_inline inline __attribute__((always_inline))
#define __aligned(n) __attribute__((aligned(n)))
#define __packed __attribute__((packed))
#define __uint(name, value) int (*name)[value]
#define __type(name, value) typeof(value) *name

/* Only the fields that are read: the loader finds where the kernel keeps them. */
#define __relocated __attribute__((preserve_access_index))

/* Of two fields of a context, a compiler is not to read one at an offset that it chooses, nor the first one where it reads other memory. */
#ifndef __context
#define __context __attribute__((preserve_static_offset))
#endif

struct context_of_u64 {
	__u64 items[0];
} __context;

struct task_struct {
	int pid;
	__u8 comm[16];
	int tgid;
	struct mm_struct *mm;
	struct task_struct *real_parent;
	struct {
		__u64 sum_exec_runtime;
		__u8 on_rq;
	} se;
	const void *stack;
} __relocated;

struct Comm {
	__u8 items[16];
};
_Static_assert(sizeof(struct Comm) == 16, "struct Comm");

struct mm_struct {
	__u64 start_code;
	struct file *exe_file;
} __relocated;

struct bpf_iter__task {
	struct task_struct *task;
} __relocated;

struct file {
	struct inode *f_inode;
} __relocated;

struct inode {
	__u64 i_ino;
} __relocated;

extern void *bpf_rdonly_cast(const void *address, __u32 type) __ksym;
static __u64 (*const bpf_get_current_task)(void) = (void *)35;
static struct task_struct *(*const bpf_get_current_task_btf)(void) = (void *)158;

/* Reads what may lie at any address, and zeros where nothing can be read. */
static long (*const read_kernel)(void *to, __u32 size, const void *from) = (void *)113;

#define probed(field) ({ \
	typeof(field) copy = {}; \
	read_kernel(&copy, sizeof(copy), &(field)); \
	copy; \
})

char _license[] SEC("license") = "GPL";

__u64 _sum;
struct Comm _name;

static __noinline bool IsChild(struct task_struct *this);

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:127 */
SEC("raw_tp/sched_process_exec")
int OnExecOf(void *context)
{
	struct task_struct *task;

	task = bpf_rdonly_cast((const void *)((struct context_of_u64 *)context)->items[0], __builtin_btf_type_id(*(struct task_struct *)0, 1));
	_sum += (__u64)task->pid;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:116 */
SEC("kprobe/wake_up_new_task")
int OnWake(__u64 *ctx)
{
	struct task_struct *task;
	struct Comm name;
	void *t;
	struct mm_struct *memory;

	task = (struct task_struct *)bpf_get_current_task();
	name = probed(*(struct Comm *)task->comm);
	_sum += (__u64)probed(task->tgid) + (__u64)((__u8 *)&name)[3];
	t = probed(task->mm);
	if (!t)
		return 0;
	memory = t;
	_sum += probed(memory->start_code);
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:108 */
SEC("iter/task")
int EachTask(struct bpf_iter__task *iterator)
{
	void *t;
	struct task_struct *task;

	t = iterator->task;
	if (!t)
		return 0;
	task = t;
	_sum += (__u64)task->pid;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:54 */
static __noinline bool IsChild(struct task_struct *this)
{
	return this->real_parent->pid != 1;
}

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:99 */
SEC("raw_tp/sched_process_exec")
int OnExecHere(__u64 *ctx)
{
	struct task_struct *task;

	task = bpf_get_current_task_btf();
	if (!IsChild(task))
		return 0;
	_sum += (__u64)task->real_parent->real_parent->pid;
	return 0;
}

/* tests/Dynptrs.Emit.Tests/Golden/KernelStructs.cs:87 */
SEC("tp_btf/sched_process_exec")
int OnExec(__u64 *ctx)
{
	struct Comm t;
	void *t_2;
	void *t_3;
	void *t_4;
	__u64 number;
	struct task_struct *task = (struct task_struct *)ctx[0];
	int old = (int)ctx[1];

	_sum = (__u64)task->pid + task->se.sum_exec_runtime + (__u64)task->se.on_rq;
	t = *(struct Comm *)task->comm;
	_name = t;
	if ((__u64)task->stack != 0)
		_sum++;
	if (!task)
		return 0;
	t_2 = task->mm;
	if (!t_2)
		return 0;
	t_3 = ((struct mm_struct *)t_2)->exe_file;
	if (!t_3)
		return 0;
	t_4 = ((struct file *)t_3)->f_inode;
	if (!t_4)
		return 0;
	number = ((struct inode *)t_4)->i_ino;
	_sum += number;
	return 0;
}
