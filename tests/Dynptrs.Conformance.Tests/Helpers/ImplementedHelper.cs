using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Conformance.Tests.Helpers;

/// <summary>A helper as the runtime declares it.</summary>
/// <param name="Attribute">What it asks of a program.</param>
/// <param name="Member">What implements it.</param>
internal sealed record ImplementedHelper(BpfHelperAttribute Attribute, MemberInfo Member)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>All of the runtime, by name.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<ImplementedHelper>> All { get; } = Find()
        .GroupBy(helper => helper.Attribute.Name)
        .ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The program types that may call it.</summary>
    public string Programs =>
        (Attribute.ProgramTypes.Length > 0 ? string.Join(", ", Attribute.ProgramTypes)
            : Attribute.ExceptProgramTypes.Length > 0 ? $"all but {string.Join(", ", Attribute.ExceptProgramTypes)}"
            : "all")
        + (Attribute.Sleepable ? "; sleepable" : "");

    /// <summary>The type and name of what implements it, of an extension the type that it extends.</summary>
    public string Implementation => $"{Name(Member.DeclaringType!).Replace("Extensions", "", StringComparison.Ordinal)}.{Member.Name}";

    private static IEnumerable<ImplementedHelper> Find() =>
        from type in typeof(Dynptr).Assembly.GetExportedTypes()
        where !type.Name.StartsWith('<')
        from member in type.GetMembers(Declared)
        let attribute = member.GetCustomAttribute<BpfHelperAttribute>()
        where attribute is not null
        select new ImplementedHelper(attribute, member);

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
        : type.Name;
}
