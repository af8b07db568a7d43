/* A compiler that sees an index to be smaller than the alignment of what it is added to writes `|` for `+`, which no pointer may take. */
static __always_inline __u64 hide_index(__u64 index)
{
	asm volatile("" : "+r"(index));
	return index;
}
