namespace Dynptrs.Verifier.IR;

/// <summary>How an argument is passed.</summary>
public enum ArgumentPassing
{
    /// <summary>By value.</summary>
    Value,

    /// <summary>By reference, only to be read.</summary>
    In,

    /// <summary>By reference, to be read and written.</summary>
    Ref,

    /// <summary>By reference, to be written.</summary>
    Out,
}
