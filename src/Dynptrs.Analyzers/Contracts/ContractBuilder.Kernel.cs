using System;
using System.Collections.Immutable;
using System.Globalization;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using static Dynptrs.Analyzers.Contracts.NamedArguments;

namespace Dynptrs.Analyzers.Contracts;

/// <summary>What the kernel is given for the parameters of a helper.</summary>
internal sealed partial class ContractBuilder
{
    private const string SizeOf = "sizeof ";
    private const string TypeOfReturn = "typeof return";
    private const string Sum = " + ";
    private const string Pointer = " *";

    private static readonly ImmutableArray<string> EventPrograms = ["TRACEPOINT"];

    private ImmutableArray<KernelArgument> KernelArguments(
        AttributeData attribute, ImmutableArray<ParameterContract>.Builder parameters)
    {
        var written = Names(attribute, "Arguments");
        var arguments = ImmutableArray.CreateBuilder<KernelArgument>();
        foreach (var text in written)
            arguments.Add(KernelArgument(attribute, text));
        for (var i = 0; i < parameters.Count && written.IsEmpty; i++)
        {
            arguments.Add(new KernelArgument(KernelArgumentKind.Value, i, 0));
            if (IsFollowedBySize(parameters, i))
                arguments.Add(new KernelArgument(KernelArgumentKind.Size, i, 0));
        }

        return arguments.ToImmutable();
    }

    private KernelArgument KernelArgument(AttributeData attribute, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new KernelArgument(KernelArgumentKind.Constant, NoParameter, number);
        if (text == TypeOfReturn)
            return new KernelArgument(KernelArgumentKind.ResultType, NoParameter, 0);
        if (!text.StartsWith(SizeOf, StringComparison.Ordinal))
            return new KernelArgument(KernelArgumentKind.Value, Parameter(attribute, text), 0);
        var name = text.Substring(SizeOf.Length);
        if (name.IndexOf(Sum, StringComparison.Ordinal) is var at and > 0
            && long.TryParse(name.Substring(at + Sum.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            name = name.Substring(0, at);
        }

        return name == "return"
            ? new KernelArgument(KernelArgumentKind.ResultSize, NoParameter, number)
            : new KernelArgument(KernelArgumentKind.Size, Parameter(attribute, name), number);
    }

    /// <summary>The kernel takes memory and its length, unless another parameter says the length, or the memory is a string.</summary>
    private static bool IsFollowedBySize(ImmutableArray<ParameterContract>.Builder parameters, int index)
    {
        var memory = parameters[index];
        if (memory is not { Type: PointerType, Passing: ArgumentPassing.Value, IsConstantString: false })
            return false;
        foreach (var parameter in parameters)
        {
            if (parameter.LengthOf == index)
                return false;
        }

        return true;
    }

    /// <summary>The field of a struct of the kernel's that the method stands for, or <see langword="null"/>.</summary>
    private StructFieldContract? StructField()
    {
        if (_known.StructOf(_method) is not { } structure || _method.AssociatedSymbol is not IPropertySymbol property)
            return null;
        var (path, trust, offset) = (FieldName.Of(property.Name), PointerTrust.None, (int?)null);
        foreach (var attribute in property.GetAttributes())
        {
            if (_known.Classify(attribute) != ContractAttribute.KernelField)
                continue;
            path = Text(attribute, "Name") ?? path;
            trust = (PointerTrust)Number(attribute, "Trust");
            offset = NumberOrNull(attribute, "Offset") is >= 0 and var number ? number : null;
        }

        return new StructFieldContract(structure.Name, path, trust, structure.IsProbed) { Offset = offset };
    }

    /// <summary>What a program reads of its context, where the declaration says at which offset.</summary>
    /// <remarks>Follows <c>tp_prog_is_valid_access</c>: behind a pointer of the kernel's own, each number at a multiple of its size.</remarks>
    private static ContextAccess? AccessOf(StructFieldContract field, IrType? type)
    {
        const int hidden = 8;
        const int end = 8192;
        if (field.Offset is not { } offset || type is not { Size: > 0 and var size })
            return null;
        var unit = type is OpaqueType { Element: { Size: > 0 } element } ? element.Size : size;
        var isAllowed = offset is >= hidden and < end && size <= end - offset && offset % unit == 0;
        var programs = isAllowed ? EventPrograms : ImmutableArray<string>.Empty;
        return new ContextAccess(field.Struct, field.Path, size, IsWrite: false)
        {
            Users = EventPrograms,
            Programs = programs,
            ProgramsOfWhole = programs,
            FieldSize = size,
        };
    }

    /// <summary>The type in C where the type of the declaration says more of it, or less, than what it is lowered to.</summary>
    private string? KernelTypeOf(ITypeSymbol declared) => declared switch
    {
        ITypeParameterSymbol => "void" + Pointer,
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "const void" + Pointer,
        INamedTypeSymbol { IsReferenceType: true, TypeKind: not TypeKind.Delegate } =>
            (_known.KernelType(declared)?.Name ?? "void") + Pointer,
        INamedTypeSymbol { TypeArguments: [ITypeParameterSymbol] } when _known.Has(declared.OriginalDefinition, ContractAttribute.View) =>
            "void" + Pointer,
        _ => null,
    };
}
