namespace Dynptrs;

/// <summary>An opaque, bounds-checked pointer to memory of one kind.</summary>
[Owner]
public ref struct Dynptr;
