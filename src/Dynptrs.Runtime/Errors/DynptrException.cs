using System;

namespace Dynptrs;

/// <summary>
/// A program did at run time what the verifier refuses: it used memory that is gone, an owner that was never made, a null
/// slice, or memory outside a slice. The access that would have followed did not take place.
/// </summary>
public sealed class DynptrException : InvalidOperationException
{
    /// <summary>Creates the exception with a general message.</summary>
    public DynptrException()
        : base("The program broke a rule of the verifier.")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    public DynptrException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public DynptrException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
