namespace Dynptrs.Verifier.Contracts;

/// <summary>What a <see cref="KernelArgument"/> is.</summary>
public enum KernelArgumentKind
{
    /// <summary>The value of a parameter, or the address of its memory.</summary>
    Value,

    /// <summary>The number of bytes of a parameter's memory.</summary>
    Size,

    /// <summary>The number of bytes of the value behind the view that is returned.</summary>
    ResultSize,

    /// <summary>The kernel's number of the type that is returned.</summary>
    ResultType,

    /// <summary>A number.</summary>
    Constant,
}
