/* Only the fields that are read: the loader finds where the kernel keeps them. */
#define __relocated __attribute__((preserve_access_index))
