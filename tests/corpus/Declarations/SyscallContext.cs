namespace Corpus;

/// <summary>The context of a program that user space runs itself.</summary>
internal sealed class SyscallContext;
