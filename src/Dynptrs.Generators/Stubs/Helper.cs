using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Stubs;

/// <summary>A helper that the runtime implements: what its stub looks like.</summary>
internal sealed record Helper
{
    /// <summary>The kernel's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does, in one sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The first kernel that has it, as written, or empty.</summary>
    public string Since { get; init; } = "";

    /// <summary>The program types that may call it; empty where <see cref="ExceptProgramTypes"/> says who may not.</summary>
    public EquatableArray<string> ProgramTypes { get; init; }

    /// <summary>The program types that may not call it.</summary>
    public EquatableArray<string> ExceptProgramTypes { get; init; }

    /// <summary>Its signature, as <see cref="MemberKey"/> writes it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The method that implements it, as documentation refers to it.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The documentation identifier of the method that implements it.</summary>
    public string Implementation { get; init; } = "";

    /// <summary>The documentation of its parameters, result and exceptions; empty where the generator knows none.</summary>
    public EquatableArray<DocumentationElement> Documentation { get; init; }

    /// <summary>The attributes of the stub.</summary>
    public EquatableArray<string> Attributes { get; init; }

    /// <summary>The attributes of its return value.</summary>
    public EquatableArray<string> ReturnAttributes { get; init; }

    /// <summary>The type that it returns, with its ref kind.</summary>
    public string ReturnType { get; init; } = "void";

    /// <summary>Its type parameters.</summary>
    public EquatableArray<string> TypeParameters { get; init; }

    /// <summary>The constraint clauses of its type parameters.</summary>
    public EquatableArray<string> Constraints { get; init; }

    /// <summary>Its parameters in the order of the kernel's arguments, each as it is declared.</summary>
    public EquatableArray<string> Parameters { get; init; }

    /// <summary>The call of the implementation.</summary>
    public string Call { get; init; } = "";
}
