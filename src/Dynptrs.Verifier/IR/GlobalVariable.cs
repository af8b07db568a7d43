using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Verifier.IR;

/// <summary>A variable, or a map, that the programs of an object share. One stands for one static field, so they are compared by identity.</summary>
/// <param name="name">The name of the field.</param>
/// <param name="container">The name of the type around the field.</param>
/// <param name="site">Where it is declared.</param>
public sealed class GlobalVariable(string name, string container, Site site)
{
    /// <summary>The name of the field.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the type around the field.</summary>
    public string Container { get; } = container;

    /// <summary>Where it is declared.</summary>
    public Site Site { get; } = site;

    /// <summary>The type of the variable; that of a map is a handle.</summary>
    public IrType Type { get; init; } = HandleType.Instance;

    /// <summary>What kind of map it is, or <see langword="null"/> for a variable.</summary>
    public MapDefinition? Map { get; init; }

    /// <summary>Whether programs may only read it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>
    /// What host code may set it to before the programs are loaded that read it, for a number; <see langword="null"/> for a variable that
    /// it never sets, or at any time.
    /// </summary>
    public LoadTimeValues? LoadTime { get; init; }

    /// <summary>The helper of which it says whether the kernel has it, or <see langword="null"/> for a variable of C#.</summary>
    public HelperRequirements? Helper { get; init; }

    /// <summary>The number with which it begins, or <see langword="null"/> where only C# knows its value.</summary>
    public long? InitialValue { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
