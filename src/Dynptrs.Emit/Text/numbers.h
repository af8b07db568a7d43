/*
 * A compiler that sees how a number was made tests what it was made of, and makes it again for its use: the kernel does not know then that
 * both are one. Nor does it of half a register where a call may have filled the other half, which is cleared here.
 */
#define hide_number(number) ({ \
	typeof(+(number)) hidden = (number); \
	if (sizeof(hidden) == 8) \
		asm volatile("" : "+r"(hidden)); \
	else \
		asm volatile("%0 = %0" : "+w"(hidden)); \
	hidden; \
})
