using System;
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

    /// <summary>Whether it is a part of the local, not what a pointer points to.</summary>
    public bool IsInLocal
    {
        get
        {
            foreach (var step in Steps)
            {
                if (step is not FieldStep)
                    return false;
            }

            return true;
        }
    }

    /// <summary>How it is read and written where it lies in memory.</summary>
    public MemoryAccessKind AccessKind
    {
        get
        {
            for (var i = Steps.Length - 1; i >= 0; i--)
            {
                if (Steps[i] is DereferenceStep step)
                    return step.Kind;
                if (Steps[i] is ElementStep)
                    break;
            }

            return MemoryAccessKind.Aligned;
        }
    }

    /// <summary>What its type, and the structs around it, promise of its alignment in bytes.</summary>
    public int Alignment
    {
        get
        {
            var alignment = Type.Alignment;
            for (var i = Steps.Length - 1; i >= 0 && Steps[i] is FieldStep step; i--)
                alignment = Math.Min(alignment, step.Field.Alignment);
            return alignment;
        }
    }

    /// <summary>The place of a field of what is kept here.</summary>
    /// <param name="field">The field.</param>
    public Place Field(StructField field) => new(Local, Steps.Add(new FieldStep(field)), field.Type);

    /// <summary>The place that the pointer kept here points to.</summary>
    /// <param name="type">The type of what is there.</param>
    public Place Dereference(IrType type) => new(Local, Steps.Add(DereferenceStep.Instance), type);

    /// <summary>The place that the pointer kept here points to, and how it is accessed.</summary>
    /// <param name="type">The type of what is there.</param>
    /// <param name="step">The step there.</param>
    public Place Dereference(IrType type, DereferenceStep step) => new(Local, Steps.Add(step), type);

    /// <summary>An element of the memory that the pointer kept here points to.</summary>
    /// <param name="index">The index, counted in elements, which is not negative.</param>
    /// <param name="type">The type of an element.</param>
    public Place Element(Operand index, IrType type) => new(Local, Steps.Add(new ElementStep(index, type.Size)), type);

    /// <summary>What lies a number of elements behind where the pointer kept here points to, or before it.</summary>
    /// <param name="index">The number of elements; negative before it.</param>
    /// <param name="type">The type of an element.</param>
    public Place Offset(Operand index, IrType type) =>
        new(Local, Steps.Add(new ElementStep(index, type.Size) { MayBeNegative = true }), type);

    /// <inheritdoc/>
    public override string ToString() => Local + string.Concat(Steps);
}
