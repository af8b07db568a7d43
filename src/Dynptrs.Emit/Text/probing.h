/* Reads what may lie at any address, and zeros where nothing can be read. */
static long (*const read_kernel)(void *to, __u32 size, const void *from) = (void *)113;

#define probed(field) ({ \
	typeof(field) copy = {}; \
	read_kernel(&copy, sizeof(copy), &(field)); \
	copy; \
})
