namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>From where an argument of a helper comes.</summary>
internal enum ArgumentSource
{
    /// <summary>A parameter of the member.</summary>
    Parameter,

    /// <summary>The size of the memory in a parameter: a span has its length with it, a variable its type.</summary>
    SizeOfMemory,

    /// <summary>The size of the value that the member gives a view of.</summary>
    SizeOfResult,

    /// <summary>The type of the object that the member gives.</summary>
    TypeOfResult,

    /// <summary>The overload leaves it out: 0, or null.</summary>
    LeftOut,
}
