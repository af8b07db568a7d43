using System.Linq;
using Dynptrs.Emit.Programs;

namespace Dynptrs.Emit.Tests.Corpus;

/// <summary>A program, and the object that it became.</summary>
/// <param name="Set">The set that it is from.</param>
/// <param name="Type">The class that it is in, as metadata names it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Object">The object.</param>
internal sealed record EmittedProgram(string Set, string Type, string Name, EmittedObject Object)
{
    /// <summary>The C, or <see langword="null"/>.</summary>
    public string? Source => Object.Source;

    /// <summary>Whether the verifier refuses it.</summary>
    public bool IsRefused => Object.Problems.Any(problem => problem.Diagnostic is not null);

    /// <summary>How it is named in lists and messages.</summary>
    public string Key => $"{Set}/{Name}";
}
