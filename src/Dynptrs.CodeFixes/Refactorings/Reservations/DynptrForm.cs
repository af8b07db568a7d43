using System.Collections.Generic;
using System.Linq;
using Dynptrs.CodeFixes.Fixing;
using Dynptrs.CodeFixes.Refactorings.Spelling;
using Dynptrs.CodeFixes.Statements;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.CodeFixes.Refactorings.Reservations;

/// <summary>Writes the calls that work on plain memory as those that work on a dynptr. The contracts say which belong together.</summary>
internal sealed class DynptrForm(FixContext context, PlainReservation reservation)
{
    private int Position => reservation.Statement.SpanStart;

    /// <summary>The reservation of a dynptr: its method, the type of the dynptr, and the text of the call.</summary>
    /// <param name="variable">What stands after <c>out</c>, for the type of the dynptr.</param>
    public (ITypeSymbol Owner, string Call)? Reserve(System.Func<ITypeSymbol, string> variable)
    {
        var plain = reservation.Call;
        var forms = plain.Member.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.TypeParameters.IsEmpty && method.IsStatic == plain.Facts.Method.IsStatic)
            .OrderBy(method => method.Parameters.Length);
        foreach (var form in forms)
        {
            if (context.ReadContract(form) is not { } contract || !contract.Parameters.Any(IsSize))
                continue;
            if (form.Parameters.FirstOrDefault(parameter =>
                Read(parameter) is { Acquires: true, Type: OwnerType, Passing: ArgumentPassing.Out })
                is { } owner
                && WriteArguments(plain, form, Find) is { } arguments)
            {
                return (owner.Type, $"{WriteTarget(plain, form)}.{form.Name}({arguments})");
            }

            ParameterContract Read(IParameterSymbol parameter) =>
                contract.Parameters[parameter.Ordinal + contract.Parameters.Length - form.Parameters.Length];

            string? Find(IParameterSymbol parameter) =>
                Read(parameter).Acquires ? "out " + variable(parameter.Type) : IsSize(Read(parameter)) ? GetSize(plain, parameter) : null;
        }

        bool IsSize(ParameterContract parameter) => parameter.ConstantForm == plain.Facts.Name;

        return null;
    }

    /// <summary>The text of the call that answers the memory of a dynptr, as the reservation did.</summary>
    public string? TakeData(ITypeSymbol owner, string dynptr)
    {
        var arguments = ((reservation.Record.Type as INamedTypeSymbol)?.TypeArguments ?? []).ToArray();
        foreach (var (method, contract) in new ContractMethods(context)
            .Members(owner, Position)
            .OrderBy(member => member.Method.Parameters.Length))
        {
            if (contract.Return.SliceOf != 0 || method.TypeParameters.Length != arguments.Length)
                continue;
            var taking = arguments.Length == 0 ? method : method.Construct(arguments);
            if (!SymbolEqualityComparer.Default.Equals(taking.ReturnType, reservation.Record.Type)
                || WriteDataArguments(method, contract) is not { } written)
            {
                continue;
            }

            var typeArguments = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Display))}>";
            return $"{dynptr}.{method.Name}{typeArguments}({written})";
        }

        return null;
    }

    /// <summary>The text of the call that releases a dynptr in the place of a record.</summary>
    public string? Release(HelperCall release, ITypeSymbol owner, string dynptr)
    {
        foreach (var (method, contract) in new ContractMethods(context).Members(owner, release.Node.SpanStart))
        {
            if (contract.Parameters is [{ Releases: true }, ..]
                && HelperFacts.Read(context, method)?.Name == release.Facts.DynptrForm
                && WriteArguments(release, method, _ => null) is { } arguments)
            {
                return $"{dynptr}.{method.Name}({arguments})";
            }
        }

        return null;
    }

    /// <summary>
    /// The arguments of another form: those of the same name, what is left out if it may be, and what only the other has.
    /// </summary>
    private string? WriteArguments(HelperCall call, IMethodSymbol form, System.Func<IParameterSymbol, string?> find)
    {
        var written = new List<string>();
        foreach (var parameter in form.Parameters)
        {
            var own = call.Facts.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
            if ((own is null ? find(parameter) : Write(call, own, parameter)) is not { } text)
                return null;
            if (text.Length > 0)
                written.Add(text);
        }

        // What has no place in the other form must be what it is there anyway, or the record.
        var lost = call.Facts.Method.Parameters.Where(own => form.Parameters.All(parameter => parameter.Name != own.Name)
            && call.IndexOf(own) >= 0);
        return lost.All(own => IsRecord(call, own) || IsZero(call, own)) ? string.Join(", ", written) : null;
    }

    /// <summary>An argument for a parameter of the other form; empty where both leave it out.</summary>
    private string? Write(HelperCall call, IParameterSymbol own, IParameterSymbol parameter)
    {
        if (call.IndexOf(own) is not (>= 0 and var index))
        {
            return parameter.IsOptional ? ""
                : own is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value } ? value.ToString()
                : null;
        }

        var expression = call.Arguments!.Arguments[index].Expression;
        return context.Model.ClassifyConversion(expression, parameter.Type).IsImplicit
            ? expression.WithoutTrivia().ToString()
            : $"({Display(parameter.Type)}){Expressions.Parenthesize(expression.WithoutTrivia())}";
    }

    /// <summary>The size of what is reserved, where its type says it: the number that only the other form asks for.</summary>
    private string? GetSize(HelperCall plain, IParameterSymbol parameter)
    {
        if (plain.Member is not IMethodSymbol { TypeArguments: [var type] })
            return null;
        var home = context.Model.Compilation
            .GetTypeByMetadataName("System.Runtime.CompilerServices.Unsafe")!
            .ToMinimalDisplayString(context.Model, Position);
        return type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal
            ? $"sizeof({Display(type)})"
            : $"({Display(parameter.Type)}){home}.SizeOf<{Display(type)}>()";
    }

    /// <summary>The arguments of the call that answers the memory: the whole of it, from the start.</summary>
    private string? WriteDataArguments(IMethodSymbol method, MethodContract contract)
    {
        var written = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (contract.Parameters[parameter.Ordinal + 1].IsConstantSize)
            {
                var plain = reservation.Call;
                if (plain.Facts.Method.Parameters.FirstOrDefault(own => context.ReadContract(
                    plain.Facts.Method)!.Parameters[own.Ordinal + (plain.Facts.Method.IsStatic ? 0 : 1)].IsConstantSize)
                    is not { } size
                    || Write(plain, size, parameter) is not { Length: > 0 } text)
                {
                    return null;
                }

                written.Add(text);
            }
            else if (!parameter.IsOptional)
            {
                if (parameter.Type.SpecialType is not (>= SpecialType.System_SByte and <= SpecialType.System_UInt64))
                    return null;
                written.Add("0");
            }
        }

        return string.Join(", ", written);
    }

    private string WriteTarget(HelperCall plain, IMethodSymbol form) =>
        form.IsStatic ? Display(form.ContainingType) : HelperCall.ReceiverOf(plain.Node)!.WithoutTrivia().ToString();

    private bool IsRecord(HelperCall call, IParameterSymbol own) =>
        SymbolEqualityComparer.Default.Equals(
            context.Model.GetSymbolInfo(call.Arguments!.Arguments[call.IndexOf(own)].Expression, context.CancellationToken).Symbol,
            reservation.Record);

    private bool IsZero(HelperCall call, IParameterSymbol own) =>
        context.Model.GetConstantValue(call.Arguments!.Arguments[call.IndexOf(own)].Expression, context.CancellationToken)
            is { HasValue: true, Value: { } value }
        && value.ToString() == "0";

    private string Display(ITypeSymbol type) => type.ToMinimalDisplayString(context.Model, Position);
}
