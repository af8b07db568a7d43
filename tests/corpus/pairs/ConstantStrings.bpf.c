#include "pairs.h"

char _license[] SEC("license") = "GPL";

extern int bpf_get_file_xattr(struct file *file, const char *name, struct bpf_dynptr *value) __ksym __weak;

MAP_OF(HASH, blocks, u32, struct bytes64);

u8 memory[8];

SEC("tc")
int strncmp_with_a_buffer(struct __sk_buff *skb)
{
    char a[8] = {}, buffer[8] = {};
    bpf_get_current_comm(a, 8);
    bpf_get_current_comm(buffer, 8);
    return bpf_strncmp(a, 8, buffer);
}

SEC("tc")
int strncmp_with_a_literal(struct __sk_buff *skb)
{
    static const char name[] = "systemd";
    char a[8] = {};
    bpf_get_current_comm(a, 8);
    return bpf_strncmp(a, 8, name);
}

SEC("lsm.s/file_open")
int BPF_PROG(xattr_name_in_a_buffer, struct file *file)
{
    char name[8] = "user.a";
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(&memory, 8, 0, &ptr);
    bpf_get_file_xattr(file, name, &ptr);
    return 0;
}

SEC("lsm.s/file_open")
int BPF_PROG(xattr_name_in_a_literal, struct file *file)
{
    static const char name[] = "user.a";
    struct bpf_dynptr ptr;
    bpf_dynptr_from_mem(&memory, 8, 0, &ptr);
    bpf_get_file_xattr(file, name, &ptr);
    return 0;
}

SEC("tc")
int strncmp_with_a_map_value(struct __sk_buff *skb)
{
    char a[8] = {};
    bpf_get_current_comm(a, 8);
    u32 key = 0;
    struct bytes64 *value = bpf_map_lookup_elem(&blocks, &key);
    if (!value)
        return 0;
    return bpf_strncmp(a, 8, (char *)value->bytes);
}
