using System.Collections.Generic;

namespace Dynptrs.Tool.Structs;

/// <summary>A struct with the fields that a program wants.</summary>
/// <param name="name">The kernel's name of it.</param>
internal sealed class WantedStruct(string name)
{
    /// <summary>The kernel's name of it.</summary>
    public string Name { get; } = name;

    /// <summary>The fields, in the order in which they were asked for.</summary>
    public List<StructField> Fields { get; } = [];

    /// <summary>Adds a field, unless it is there.</summary>
    public void Add(StructField field)
    {
        if (!Fields.Exists(known => known.Path == field.Path))
            Fields.Add(field);
    }
}
