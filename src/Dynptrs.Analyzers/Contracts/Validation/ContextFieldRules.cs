using System.Linq;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>What <c>[KernelField]</c> may name.</summary>
internal static class ContextFieldRules
{
    /// <summary>Says what is wrong, or <see langword="null"/> for nothing.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="member">The contract of the member on which it stands.</param>
    public static string? Judge(AttributeData attribute, MethodContract member)
    {
        if (ContextAccessReader.Names(attribute) is not { } names)
            return JudgeStruct(attribute, member);
        if (ContextTable.Find(names.Context) is not { } context)
            return $"`[KernelField]` names `{names.Context}`, which is no context of a program";
        return names.Fields.FirstOrDefault(name => ContextTable.Find(context, name) is null) is { } unknown
            ? $"`[KernelField]` names `{unknown}`, which is no field of `{context.Name}`"
            : null;
    }

    private static string? JudgeStruct(AttributeData attribute, MethodContract member)
    {
        var trust = NamedArguments.Number(attribute, nameof(StructFieldContract.Trust));
        if (member.StructField is null)
        {
            return trust != 0 || NamedArguments.Text(attribute, "Name") is not null || NamedArguments.NumberOrNull(attribute, "Offset") >= 0
                ? $"`[KernelField]` on `{member.Name}` says something of a field, and must stand on an automatic property of a class with "
                    + "`[KernelStruct]`"
                : null;
        }

        return trust != 0 && member.Return.Type is not HandleType
            ? $"`Trust` of `[KernelField]` on `{member.Name}` must stand on a property that is an object of the kernel's"
            : null;
    }
}
