/* A compiler that sees which constant a pointer points to reads what that begins with, and not what it is set to before loading. */
static __always_inline void *hide_variable(const volatile void *variable)
{
	asm volatile("" : "+r"(variable));
	return (void *)variable;
}
