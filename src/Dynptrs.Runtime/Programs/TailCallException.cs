using System;

namespace Dynptrs;

/// <summary>A program goes on with another one. Whoever runs programs catches it, and runs that; programs and tests have nothing to do with it.</summary>
public sealed class TailCallException : Exception
{
    internal TailCallException(Delegate program, object context)
        : base("The program goes on with another one. Run it through TestRun or its skeleton, which run that.")
    {
        Program = program;
        Context = context;
    }

    /// <summary>The other program.</summary>
    internal Delegate Program { get; }

    /// <summary>Its context.</summary>
    internal object Context { get; }
}
