static __always_inline void copy_bytes(void *to, const void *from, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		((__u8 *)to)[i] = ((const __u8 *)from)[i];
		/* A compiler that sees a copy calls memcpy, which is not there. */
		asm volatile("" ::: "memory");
	}
}

static __always_inline void fill_bytes(void *to, __u8 value, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		((__u8 *)to)[i] = value;
		asm volatile("" ::: "memory");
	}
}

static __always_inline bool same_bytes(const void *left, const void *right, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		if (((const __u8 *)left)[i] != ((const __u8 *)right)[i])
			return false;
		asm volatile("" ::: "memory");
	}
	return true;
}

static __always_inline int index_of_byte(const void *in, __u8 value, __u64 size)
{
	for (__u64 i = 0; i < size; i++) {
		if (((const __u8 *)in)[i] == value)
			return i;
		asm volatile("" ::: "memory");
	}
	return -1;
}
