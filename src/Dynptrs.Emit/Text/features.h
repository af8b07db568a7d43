#define __weak __attribute__((weak))
/* The loader answers: a function that the kernel lacks has no address, and a number that it lacks does not stand in its types. */
#define has_function(name) ((void *)&name != NULL)
#define has_helper(number) __builtin_preserve_enum_value(*(enum bpf_func_id *)number, 0)
