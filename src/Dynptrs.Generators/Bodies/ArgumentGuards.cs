using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Bodies;

/// <summary>The checks that the contract of a helper asks of its arguments.</summary>
internal sealed class ArgumentGuards(IMethodSymbol method, Action<DiagnosticDescriptor, Location, object[]> report)
{
    /// <summary>
    /// What the verifier refuses, and throws here when it arrives all the same: null where it may not be, a buffer that is too small.
    /// </summary>
    public IEnumerable<HelperCheck> FindRefusals(IParameterSymbol parameter)
    {
        var name = Identifier.Escape(parameter.Name);
        if (parameter.RefKind != RefKind.Out && Find(parameter, "MayBeNull") is null && NullTest(parameter.Type, name) is { } isNull)
        {
            yield return new HelperCheck(
                isNull, Refuse($"`{parameter.Name}` is null, and `{method.Name}` does not take null: test it before the call"));
        }

        if (Find(parameter, "LengthOf") is { ConstructorArguments: [{ Value: string bufferName }] }
            && method.Parameters.FirstOrDefault(candidate => candidate.Name == bufferName) is { } buffer
            && IsNumber(parameter.Type)
            && Length(buffer) is { } length)
        {
            var isSigned = IsSigned(parameter.Type);
            var condition = isSigned ? $"{name} < 0 || {name} > {length}" : $"{name} > (ulong){length}";
            if (Find(buffer, "MayBeNull") is not null && IsSpan(buffer.Type))
                condition = $"!{Identifier.Escape(bufferName)}.IsEmpty && {(isSigned ? $"({condition})" : condition)}";
            yield return new HelperCheck(
                condition, Refuse($"`{bufferName}` is smaller than `{parameter.Name}` says: pass a buffer of at least that many bytes"));
        }
    }

    /// <summary>What is answered with an errno: a number that is out of its range.</summary>
    public IEnumerable<HelperCheck> FindAnswers(IParameterSymbol parameter)
    {
        if (Find(parameter, "InRange") is not { ConstructorArguments: [{ Value: long min }, { Value: long max }] } attribute)
            yield break;
        // Of what kind an owner is, only the implementation sees.
        if (attribute.NamedArguments.Any(argument =>
            argument is { Key: "Except", Value: { Kind: TypedConstantKind.Array, IsNull: false, Values.Length: > 0 } }))
        {
            yield break;
        }

        var place = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? parameter.Locations[0];
        var error = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Error").Value.Value as int? ?? 22;
        if (!IsNumber(parameter.Type) || parameter.RefKind is RefKind.Out or RefKind.Ref)
        {
            report(GeneratorDiagnostics.WrongCheck, place, [parameter.Name, "it must stand on a number that is passed by value"]);
        }
        else if (min > max)
        {
            report(GeneratorDiagnostics.WrongCheck, place, [parameter.Name, $"no number is at least {min} and at most {max}"]);
        }
        else if (error is <= 0 or >= 4096)
        {
            report(
                GeneratorDiagnostics.WrongCheck,
                place,
                [parameter.Name, $"`Error = {error}` is no errno: write a positive one of `Errno`"]);
        }
        else if (Answer(error) is not { } answer)
        {
            report(GeneratorDiagnostics.WrongCheck, place,
            [
                parameter.Name,
                $"`{method.Name}` cannot answer an error: let it return a signed number, nothing, or what `[return: MayBeNull]` allows to be null",
            ]);
        }
        else if (Condition(parameter, min, max) is { } condition)
        {
            yield return new HelperCheck(condition, answer);
        }
    }

    private static string Refuse(string sentence) =>
        $"throw new global::Dynptrs.DynptrException({SymbolDisplay.FormatLiteral(sentence, quote: true)});";

    private string? Answer(int error)
    {
        if (method.ReturnsVoid)
            return "return;";
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            return null;
        if (method.ReturnType.SpecialType
            is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr)
        {
            return $"return -{ErrnoName(error)};";
        }

        return method.GetReturnTypeAttributes().Any(data => IsContract(data, "MayBeNull")) ? "return default;" : null;
    }

    /// <summary>The errno as the runtime names it.</summary>
    private string ErrnoName(int error)
    {
        var names = Find(
            method.Parameters.First(parameter => Find(parameter, "InRange") is not null),
            "InRange")!.AttributeClass!.ContainingNamespace.GetTypeMembers("Errno")
            .FirstOrDefault();
        var name = names?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.ConstantValue is int value && value == error)?.Name;
        return name is null ? error.ToString(CultureInfo.InvariantCulture) : $"global::Dynptrs.Errno.{name}";
    }

    private static string? Condition(IParameterSymbol parameter, long min, long max)
    {
        var name = Identifier.Escape(parameter.Name);
        var (least, most) = Limits(parameter.Type);
        var conditions = new List<string>();
        if (min > least)
            conditions.Add($"{name} < {Literal(min)}");
        if (max < most)
            conditions.Add($"{name} > {Literal(max)}");
        if (min == max && conditions.Count > 0)
            return $"{name} != {Literal(min)}";
        return conditions.Count == 0 ? null : string.Join(" || ", conditions);
    }

    // Below int.MinValue and above int.MaxValue a literal has another type by itself.
    private static string Literal(long value) => value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbers that a type holds, as far as a range can name them.</summary>
    private static (long Least, long Most) Limits(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (0, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (0, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (0, uint.MaxValue),
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => (0, long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType
            is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static bool IsSigned(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_IntPtr;

    private static bool IsSpan(ITypeSymbol type) => type is INamedTypeSymbol
    {
        Name: "Span" or "ReadOnlySpan",
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    /// <summary>
    /// How a value is asked whether it is null; <see langword="null"/> for what never is, or says so itself when it is used.
    /// </summary>
    private static string? NullTest(ITypeSymbol type, string name)
    {
        if (type.IsReferenceType)
            return $"{name} is null";
        var test = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
            property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Type.SpecialType: SpecialType.System_Boolean }
            && property.GetAttributes().Concat(property.GetMethod?.GetAttributes() ?? []).Any(data => IsContract(data, "NullTest")));
        return test is null ? null : $"{name}.{test.Name}";
    }

    /// <summary>The length of a buffer in bytes.</summary>
    private static string? Length(IParameterSymbol buffer)
    {
        var name = Identifier.Escape(buffer.Name);
        if (IsSpan(buffer.Type) && buffer.Type is INamedTypeSymbol { TypeArguments: [var element] })
        {
            return element.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte
                ? $"{name}.Length"
                : $"((long){name}.Length * global::System.Runtime.CompilerServices.Unsafe.SizeOf<{element.ToDisplayString(SignatureText.TypeFormat)}>())";
        }

        return buffer.RefKind != RefKind.None && buffer.Type.IsUnmanagedType
            ? $"global::System.Runtime.CompilerServices.Unsafe.SizeOf<{buffer.Type.ToDisplayString(SignatureText.TypeFormat)}>()"
            : null;
    }

    private static AttributeData? Find(IParameterSymbol parameter, string contract) =>
        parameter.GetAttributes().FirstOrDefault(data => IsContract(data, contract));

    private static bool IsContract(AttributeData data, string contract) =>
        data.AttributeClass is { ContainingNamespace: { Name: "Dynptrs", ContainingNamespace.IsGlobalNamespace: true } } type
        && type.Name == contract + "Attribute";
}
