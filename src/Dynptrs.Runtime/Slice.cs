namespace Dynptrs;

/// <summary>A writable view of the memory of a dynptr.</summary>
/// <typeparam name="T">The type that the memory is viewed as.</typeparam>
[View]
public ref struct Slice<T>
    where T : unmanaged;
