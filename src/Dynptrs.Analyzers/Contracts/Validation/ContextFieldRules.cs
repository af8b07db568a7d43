using System.Linq;
using Dynptrs.Analyzers.Programs;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What <c>[KernelField]</c> may name.</summary>
internal static class ContextFieldRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    public static string? Judge(AttributeData attribute)
    {
        if (ContextAccessReader.Names(attribute) is not { } names)
            return null;
        if (ContextTable.Find(names.Context) is not { } context)
            return $"`[KernelField]` names `{names.Context}`, which is no context of a program";
        return names.Fields.FirstOrDefault(name => ContextTable.Find(context, name) is null) is { } unknown
            ? $"`[KernelField]` names `{unknown}`, which is no field of `{context.Name}`"
            : null;
    }
}
