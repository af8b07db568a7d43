namespace Corpus;

/// <summary>An open file: <c>struct file</c>.</summary>
internal sealed class KernelFile;
