#include "pairs.h"

char _license[] SEC("license") = "GPL";

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4096);
} ringbuf SEC(".maps");

volatile u64 total;
const char fmt[] = "%d";
const char abc[] = "abc";

SEC("tc")
int comm_of_length_zero(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u32 n = bpf_get_prandom_u32() & 15;
    bpf_get_current_comm(buffer, n);
    total += buffer[0];
    return 0;
}

SEC("tc")
int load_bytes_of_length_zero(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u32 n = bpf_get_prandom_u32() & 15;
    bpf_skb_load_bytes(skb, 0, buffer, n);
    total += buffer[0];
    return 0;
}

SEC("tc")
int store_bytes_of_length_zero(struct __sk_buff *skb)
{
    u8 a[16] = {};
    u32 n = bpf_get_prandom_u32() & 12;
    return bpf_skb_store_bytes(skb, 0, a, n, 0);
}

SEC("tc")
int strncmp_of_length_zero(struct __sk_buff *skb)
{
    char a[8] = {};
    bpf_get_current_comm(a, 8);
    u32 n = bpf_get_prandom_u32() & 7;
    return bpf_strncmp(a, n, abc);
}

SEC("tc")
int load_bytes_of_clamped_length(struct __sk_buff *skb)
{
    u8 buffer[64];
    u32 n = bpf_get_prandom_u32();
    if (n > 64)
        n = 64;
    bpf_skb_load_bytes(skb, 0, buffer, n);
    return buffer[0];
}

SEC("tc")
int load_bytes_of_length_at_least_one(struct __sk_buff *skb)
{
    u8 a[8];
    u32 n = bpf_get_prandom_u32() & 7;
    if (n < 1)
        return 0;
    return bpf_skb_load_bytes(skb, bpf_get_prandom_u32(), a, n);
}

SEC("tc")
int dynptr_read_of_length_zero(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[16] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u32 n = bpf_get_prandom_u32() & 15;
    bpf_dynptr_read(buffer, n, &ptr, 0, 0);
    return buffer[0];
}

SEC("tc")
int vprintk_of_length_zero(struct __sk_buff *skb)
{
    u64 a[4] = {};
    u32 n = bpf_get_prandom_u32() & 3;
    bpf_trace_vprintk(fmt, 3, a, n * 8);
    return 0;
}

SEC("tc")
int csum_diff_of_length_zero(struct __sk_buff *skb)
{
    u8 a[16] = {};
    u32 n = bpf_get_prandom_u32() & 12;
    return bpf_csum_diff(0, 0, (void *)a, n, 0);
}

SEC("tc")
int probe_read_of_length_zero(struct __sk_buff *skb)
{
    u8 a[16] = {};
    u32 n = bpf_get_prandom_u32() & 12;
    return bpf_probe_read_kernel(a, n, (void *)1234);
}

SEC("tc")
int ringbuf_output_of_length_zero(struct __sk_buff *skb)
{
    u8 a[16] = {};
    u32 n = bpf_get_prandom_u32() & 12;
    return bpf_ringbuf_output(&ringbuf, a, n, 0);
}

SEC("tc")
int offset_and_length_in_bounds(struct __sk_buff *skb)
{
    u8 buffer[64] = {};
    u32 off = bpf_get_prandom_u32() & 31;
    u32 n = bpf_get_prandom_u32() & 31;
    if (n == 0)
        return 0;
    bpf_skb_load_bytes(skb, 0, buffer + off, n);
    return buffer[0];
}

SEC("tc")
int offset_and_length_out_of_bounds(struct __sk_buff *skb)
{
    u8 buffer[64] = {};
    u32 off = bpf_get_prandom_u32() & 63;
    u32 n = bpf_get_prandom_u32() & 31;
    if (n == 0)
        return 0;
    bpf_skb_load_bytes(skb, 0, buffer + off, n);
    return buffer[0];
}

SEC("tc")
int offset_and_length_related(struct __sk_buff *skb)
{
    u8 buffer[64] = {};
    u32 off = bpf_get_prandom_u32() & 63;
    u32 n = 64 - off;
    bpf_skb_load_bytes(skb, 0, buffer + off, n);
    return buffer[0];
}

SEC("tc")
int data_of_length_zero(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    u8 *slice = bpf_dynptr_data(&ptr, 0, 0);
    if (slice)
        slice[0] = 1;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int data_of_largest_length(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    u8 *slice = bpf_dynptr_data(&ptr, 0, -1ull);
    if (slice)
        slice[0] = 1;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int data_of_length_over_32_bits(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_ringbuf_reserve_dynptr(&ringbuf, 8, 0, &ptr);
    u64 l = (1ull << 32) + 8;
    barrier_var(l);
    u8 *slice = ((void *(*)(void *, u64, u64))203)(&ptr, 0, l);
    if (slice)
        slice[7] = 1;
    bpf_ringbuf_discard_dynptr(&ptr, 0);
    return 0;
}

SEC("tc")
int comm_of_length_at_least_one(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    u32 n = (bpf_get_prandom_u32() & 15) + 1;
    bpf_get_current_comm(buffer, n);
    total += buffer[0];
    return 0;
}

SEC("tc")
int store_bytes_of_length_at_least_one(struct __sk_buff *skb)
{
    u8 a[16] = {};
    u32 n = (bpf_get_prandom_u32() & 7) + 1;
    return bpf_skb_store_bytes(skb, 0, a, n, 0);
}

SEC("xdp")
int xdp_load_bytes_of_length_zero(struct xdp_md *xdp)
{
    u8 buffer[16] = {};
    u32 n = bpf_get_prandom_u32() & 15;
    return bpf_xdp_load_bytes(xdp, 0, buffer, n);
}

SEC("xdp")
int xdp_load_bytes_of_length_tested(struct xdp_md *xdp)
{
    u8 buffer[16] = {};
    u32 n = bpf_get_prandom_u32() & 15;
    if (n == 0)
        return 0;
    return bpf_xdp_load_bytes(xdp, 0, buffer, n);
}

SEC("tc")
int comm_into_nothing(struct __sk_buff *skb)
{
    u8 buffer[16] = {};
    return bpf_get_current_comm(buffer, 0);
}

SEC("tc")
int null_for_what_is_read_into(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    return bpf_dynptr_read(0, 0, &ptr, 0, 0);
}

SEC("tc")
int null_for_what_is_output(struct __sk_buff *skb)
{
    return bpf_ringbuf_output(&ringbuf, 0, 0, 0);
}

SEC("tc")
int nothing_of_a_buffer_is_read_into(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    return bpf_dynptr_read(buffer, 0, &ptr, 0, 0);
}

SEC("tc")
int null_for_a_checksum(struct __sk_buff *skb)
{
    u8 a[8] = {};
    return bpf_csum_diff(0, 0, (void *)a, 8, 0);
}

SEC("tc")
int null_for_a_bounce_buffer(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    bpf_dynptr_from_skb(skb, 0, &ptr);
    u8 *slice = bpf_dynptr_slice(&ptr, 0, 0, 8);
    return slice ? slice[0] : 0;
}

SEC("tc")
int buffer_smaller_than_the_header(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    struct tcphdr *slice = bpf_dynptr_slice(&ptr, 34, buffer, sizeof(*slice));
    return slice ? 1 : 0;
}

SEC("tc")
int buffer_smaller_than_the_writable_header(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[8] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    struct tcphdr *slice = bpf_dynptr_slice_rdwr(&ptr, 34, buffer, sizeof(*slice));
    return slice ? 1 : 0;
}

SEC("tc")
int buffer_of_the_header(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    struct tcphdr *slice = bpf_dynptr_slice(&ptr, 34, buffer, sizeof(*slice));
    return slice ? 1 : 0;
}

SEC("tc")
int buffer_of_the_writable_header(struct __sk_buff *skb)
{
    struct bpf_dynptr ptr;
    u8 buffer[20] = {};
    bpf_dynptr_from_skb(skb, 0, &ptr);
    struct tcphdr *slice = bpf_dynptr_slice_rdwr(&ptr, 34, buffer, sizeof(*slice));
    return slice ? 1 : 0;
}
