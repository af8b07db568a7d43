namespace Dynptrs.Verifier.Domain;

/// <summary>What a cell holds on a path. Values are immutable; a cell that holds none is <see langword="null"/>.</summary>
internal abstract class Value;
