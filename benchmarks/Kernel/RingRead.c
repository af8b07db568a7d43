/* A reader on libbpf, as people write it. */
#include <stddef.h>

struct ring_buffer;

struct ring_buffer *ring_buffer__new(int map_fd, int (*sample)(void *ctx, void *data, size_t size), void *ctx, const void *opts);
int ring_buffer__consume(struct ring_buffer *rb);
void ring_buffer__free(struct ring_buffer *rb);

static int add(void *ctx, void *data, size_t size)
{
	*(unsigned long long *)ctx += *(unsigned long long *)data;
	return 0;
}

struct ring_buffer *ring_open(int map_fd, unsigned long long *sum)
{
	return ring_buffer__new(map_fd, add, sum, NULL);
}

int ring_read(struct ring_buffer *rb)
{
	return ring_buffer__consume(rb);
}

void ring_close(struct ring_buffer *rb)
{
	ring_buffer__free(rb);
}
