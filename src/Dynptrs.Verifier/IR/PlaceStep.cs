namespace Dynptrs.Verifier.IR;

/// <summary>A step of a <see cref="Place"/>.</summary>
public abstract record PlaceStep;
