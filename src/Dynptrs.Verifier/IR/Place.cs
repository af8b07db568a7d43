using System.Collections.Immutable;

namespace Dynptrs.Verifier.IR;

/// <summary>Where a value is kept: a local, and the steps that lead from it to a field, through a pointer, or to an element.</summary>
/// <param name="Local">The local where the path starts.</param>
/// <param name="Steps">The steps, empty for the local itself.</param>
/// <param name="Type">The type of what is kept there.</param>
public readonly record struct Place(Local Local, ImmutableArray<PlaceStep> Steps, IrType Type)
{
    /// <summary>Makes the place of a whole local.</summary>
    /// <param name="local">The local.</param>
    public Place(Local local)
        : this(local, ImmutableArray<PlaceStep>.Empty, local.Type)
    {
    }

    /// <summary>Whether the place is a whole local.</summary>
    public bool IsLocal => Steps.IsEmpty;

    /// <summary>The place of a field of what is kept here.</summary>
    /// <param name="field">The field.</param>
    public Place Field(StructField field) => new(Local, Steps.Add(new FieldStep(field)), field.Type);

    /// <summary>The place that the pointer kept here points to.</summary>
    /// <param name="type">The type of what is there.</param>
    public Place Dereference(IrType type) => new(Local, Steps.Add(DereferenceStep.Instance), type);

    /// <summary>An element of the memory that the pointer kept here points to.</summary>
    /// <param name="index">The index, counted in elements.</param>
    /// <param name="type">The type of an element.</param>
    public Place Element(Operand index, IrType type) => new(Local, Steps.Add(new ElementStep(index, type.Size)), type);

    /// <inheritdoc/>
    public override string ToString() => Local + string.Concat(Steps);
}
