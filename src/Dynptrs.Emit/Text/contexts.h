struct __sk_buff {
	volatile __u32 len;
	__u32 pkt_type;
	__u32 mark;
	__u32 queue_mapping;
	__u32 protocol;
	__u32 vlan_present;
	__u32 vlan_tci;
	__u32 vlan_proto;
	__u32 priority;
	__u32 ingress_ifindex;
	__u32 ifindex;
	__u32 tc_index;
	__u32 cb[5];
	__u32 hash;
	__u32 tc_classid;
	__u32 data;
	__u32 data_end;
	__u32 napi_id;
	__u32 family;
	__u32 remote_ip4;
	__u32 local_ip4;
	__u32 remote_ip6[4];
	__u32 local_ip6[4];
	__u32 remote_port;
	__u32 local_port;
	__u32 data_meta;
	__u64 flow_keys;
	__u64 tstamp;
	__u32 wire_len;
	__u32 gso_segs;
	__u64 sk;
	__u32 gso_size;
	__u8 tstamp_type;
	__u64 hwtstamp;
} __context;

struct xdp_md {
	__u32 data;
	__u32 data_end;
	__u32 data_meta;
	__u32 ingress_ifindex;
	__u32 rx_queue_index;
	__u32 egress_ifindex;
} __context;

struct bpf_sock_addr {
	volatile __u32 user_family;
	__u32 user_ip4;
	__u32 user_ip6[4];
	__u32 user_port;
	__u32 family;
	__u32 type;
	__u32 protocol;
	__u32 msg_src_ip4;
	__u32 msg_src_ip6[4];
	__u64 sk;
} __context;

struct pt_regs {
#ifdef __TARGET_ARCH_arm64
	union {
		__u64 parm1;
		__u64 rc;
	};
	__u64 parm2, parm3, parm4, parm5, parm6;
	__u64 others[25];
	__u64 sp;
	__u64 ip;
#else
	__u64 kept[8];
	__u64 parm6, parm5;
	__u64 rc;
	__u64 parm4, parm3, parm2, parm1;
	__u64 call;
	__u64 ip;
	__u64 segment, flags;
	__u64 sp;
#endif
} __context;
