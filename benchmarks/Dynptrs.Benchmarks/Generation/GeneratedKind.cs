namespace Dynptrs.Benchmarks.Generation;

/// <summary>What is generated.</summary>
public enum GeneratedKind
{
    /// <summary>Structs with bit fields and a field in network order.</summary>
    Structs,

    /// <summary>Classes with a helper of their own, whose arguments are checked.</summary>
    Bodies,

    /// <summary>Objects with a program, a map and a global.</summary>
    Objects,

    /// <summary>Classes with ten stubs.</summary>
    Stubs,
}
