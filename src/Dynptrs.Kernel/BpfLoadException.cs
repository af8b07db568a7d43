using System;

namespace Dynptrs.Kernel;

/// <summary>Something of programs in the kernel cannot be done: they are not loaded, not attached, a map is not written.</summary>
public class BpfLoadException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="inner">What led to it, or <see langword="null"/>.</param>
    public BpfLoadException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The kernel's error, or 0 where the kernel was not asked.</summary>
    public int Error { get; protected internal init; }
}
