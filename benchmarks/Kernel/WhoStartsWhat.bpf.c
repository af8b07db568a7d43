#include "bpf.h"

enum { TASK_COMM_LEN = 16, MAX_ARGUMENTS = 32, MAX_TEXTS = 1024 };

const volatile int PathOffset;
const volatile int StackOffset;
const volatile int ThreadIdOffset;

struct starter {
	int pid;
	char comm[TASK_COMM_LEN];
};

struct start_header {
	int pid;
	int argc;
	struct starter starter;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} Events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 8192);
	__type(key, int);
	__type(value, struct starter);
} starters SEC(".maps");

struct texts {
	char bytes[MAX_TEXTS];
};

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct texts);
} room SEC(".maps");

SEC("raw_tp/sched_process_fork")
int OnFork(__u64 *ctx)
{
	struct starter starter = {};
	int child;

	if (bpf_probe_read_kernel(&child, sizeof(child), (void *)(ctx[1] + ThreadIdOffset)))
		return 0;
	starter.pid = bpf_get_current_pid_tgid() >> 32;
	bpf_get_current_comm(starter.comm, sizeof(starter.comm));
	return bpf_map_update_elem(&starters, &child, &starter, 0);
}

SEC("raw_tp/sched_process_exec")
int OnExec(__u64 *ctx)
{
	struct start_header header = {};
	struct bpf_dynptr texts, record;
	struct starter *starter;
	struct texts *memory;
	void *path, *stack, *argument;
	int length, read, i;
	__u32 zero = 0;

	memory = bpf_map_lookup_elem(&room, &zero);
	if (!memory)
		return 0;
	if (bpf_dynptr_from_mem(memory, sizeof(*memory), 0, &texts))
		return 0;
	if (bpf_probe_read_kernel(&path, sizeof(path), (void *)(ctx[2] + PathOffset)) ||
	    bpf_probe_read_kernel(&stack, sizeof(stack), (void *)(ctx[2] + StackOffset)))
		return 0;
	length = bpf_probe_read_kernel_str_dynptr(&texts, 0, MAX_TEXTS, path);
	if (length < 0)
		return 0;
	header.pid = bpf_get_current_pid_tgid() >> 32;
	for (i = 1; i <= MAX_ARGUMENTS; i++) {
		if (bpf_probe_read_user(&argument, sizeof(argument), stack + 8 * i) || !argument)
			break;
		read = bpf_probe_read_user_str_dynptr(&texts, length, MAX_TEXTS - length, argument);
		if (read <= 0)
			break;
		length += read;
		header.argc++;
	}
	starter = bpf_map_lookup_elem(&starters, &header.pid);
	if (starter)
		header.starter = *starter;
	if (bpf_ringbuf_reserve_dynptr(&Events, sizeof(header) + length, 0, &record)) {
		bpf_ringbuf_discard_dynptr(&record, 0);
		return 0;
	}
	bpf_dynptr_write(&record, 0, &header, sizeof(header), 0);
	bpf_dynptr_copy(&record, sizeof(header), &texts, 0, length);
	bpf_ringbuf_submit_dynptr(&record, 0);
	return 0;
}
