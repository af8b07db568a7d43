namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// What a followed function is given besides an owner, a number and a view, and what it returns. -1 stands for nothing.
/// </summary>
internal sealed record Passing
{
    public static Passing Nothing { get; } = new();

    /// <summary>Whether what is given are parameters of their own, or fields of a struct: by value, as <c>in</c>, or as <c>this</c>.</summary>
    public PassingForm Form { get; init; }

    public int Span { get; init; } = -1;

    public int Ref { get; init; } = -1;

    public int Handle { get; init; } = -1;

    /// <summary>A number that is given by reference.</summary>
    public int Number { get; init; } = -1;

    public Returned Returned { get; init; }

    /// <summary>The variable that takes what is returned, unless that is a number.</summary>
    public int Target { get; init; }

    /// <summary>Whether the function is verified on its own, too.</summary>
    public bool IsRoot { get; init; }
}
