using System;
using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Programs;

/// <summary>One row of libbpf's table of sections.</summary>
/// <param name="Name">The section, without what a program adds to it.</param>
/// <param name="Type">The program type without prefix, or <see langword="null"/> where it is that of the program that is replaced.</param>
internal sealed record ProgramSection(string Name, string? Type)
{
    /// <summary>Whether a place to attach to may follow, behind a slash.</summary>
    public bool HasTarget { get; init; }

    /// <summary>Whether the program may sleep.</summary>
    public bool IsSleepable { get; init; }

    /// <summary>
    /// Whether the objects that the program is given are those that a traced function was called with, which the kernel does not trust.
    /// </summary>
    public bool IsTraced { get; init; }

    /// <summary>The kernel's types of the objects that the program is given to keep.</summary>
    public ImmutableArray<string> Gives { get; init; } = [];

    /// <summary>The index of what the program is given that may be null where it is attached to a place, or -1.</summary>
    public Func<string, int> NullableArgument { get; init; } = static _ => -1;

    /// <summary>Whether the kernel loads the program only with a licence that is compatible with the GPL.</summary>
    public bool NeedsGpl { get; init; }

    /// <summary>The numbers that the program may return where it is attached to a place, or <see langword="null"/> for any.</summary>
    public Func<string, ValueRange?> Result { get; init; } = static _ => null;

    /// <summary>Whether only the low 32 bits of what it returns count.</summary>
    public bool IsResultAnInt { get; init; }

    /// <summary>
    /// Whether the kernel gives larger frames of the program memory of their own: where a program may run while it runs, as in
    /// <c>bpf_enable_priv_stack</c>.
    /// </summary>
    private bool HasPrivateStack => Type switch
    {
        "KPROBE" or "TRACEPOINT" or "PERF_EVENT" or "RAW_TRACEPOINT" => true,
        "TRACING" => Name is not ("iter" or "iter.s"),
        _ => false,
    };

    /// <summary>Whether a section string is of this kind.</summary>
    /// <param name="section">The string, without the mark of a program that is not loaded by default.</param>
    public bool Matches(string section) => section.Length == Name.Length
        ? section == Name
        : HasTarget && section.Length > Name.Length && section[Name.Length] == '/' && section.StartsWith(Name, StringComparison.Ordinal);

    /// <summary>What the section says about a program.</summary>
    /// <param name="section">The section string as written.</param>
    /// <param name="name">The same without the mark of a program that is not loaded by default.</param>
    public ProgramFacts Describe(string section, string name)
    {
        var target = name.Length > Name.Length ? name.Substring(Name.Length + 1) : "";
        return new ProgramFacts(section, Type, IsSleepable, HasTrustedArguments: !IsTraced)
        {
            Kind = Name,
            Result = Result(target),
            IsResultAnInt = IsResultAnInt,
            NeedsGpl = NeedsGpl,
            Gives = Gives,
            NullableArgument = NullableArgument(target),
            HasPrivateStack = HasPrivateStack,
        };
    }
}
