using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Contracts.Validation;

/// <summary>Reports contract attributes that say nothing where they stand, name nothing, or contradict one another.</summary>
internal sealed class ContractValidator(AnalyzedCompilation compilation)
{
    /// <summary>Checks a method or an operator.</summary>
    public void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is { AssociatedSymbol: null, PartialDefinitionPart: null }
            && !HasGeneratedBody(method)
            && compilation.Contracts.HasOwnContract(method))
        {
            Check(method, context);
        }
    }

    /// <summary>Checks a property and its accessors.</summary>
    public void CheckProperty(SymbolAnalysisContext context)
    {
        var property = (IPropertySymbol)context.Symbol;
        Report(property.GetAttributes(), context, (kind, attribute) => kind == ContractAttribute.BitsOf
            ? BitsOfRules.Judge(property, attribute, compilation.Known)
            : null);
        if (property.PartialDefinitionPart is null
            && (property.GetMethod ?? property.SetMethod) is { } accessor
            && compilation.Contracts.HasOwnContract(accessor))
        {
            Check(accessor, context);
        }
    }

    /// <summary>Checks a field that is declared as one.</summary>
    public void CheckField(SymbolAnalysisContext context) => Check((IFieldSymbol)context.Symbol, context);

    /// <summary>
    /// Checks a delegate, or the attributes of a type; and the members of it that are never met by themselves: methods whose bodies are
    /// generated, and the fields of properties.
    /// </summary>
    public void CheckType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.DelegateInvokeMethod is { } invoke && compilation.Contracts.HasOwnContract(invoke))
            Check(invoke, context);
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && HasGeneratedBody(method) && compilation.Contracts.HasOwnContract(method))
                Check(method, context);
            if (member is IFieldSymbol { AssociatedSymbol: not null } field)
                Check(field, context);
        }

        if (compilation.Known.Has(type, ContractAttribute.Owner))
        {
            Report(type.GetAttributes(), context, static (kind, _) => kind == ContractAttribute.View
                ? "`[View]` contradicts `[Owner]`: a type is copied freely or never"
                : null);
        }
    }

    /// <summary>
    /// Whether a partial method counts as generated, since it has the attributes of both its parts, so that it is never met by itself.
    /// </summary>
    private static bool HasGeneratedBody(IMethodSymbol method) =>
        method.PartialImplementationPart is { } part
        && part.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute");

    private void Check(IFieldSymbol field, SymbolAnalysisContext context)
    {
        Report(field.GetAttributes(), context, (kind, attribute) => kind == ContractAttribute.LoadTimeConstant
            ? LoadTimeRules.Judge(field, attribute, compilation.Globals, context.CancellationToken)
            : null);
    }

    private void Check(IMethodSymbol method, SymbolAnalysisContext context)
    {
        var contract = compilation.Contracts.ReadAlways(method);
        var unknown = new HashSet<AttributeData>();
        foreach (var name in compilation.Contracts.UnknownNames(method))
        {
            if (unknown.Add(name.Attribute))
            {
                Report(
                    name.Attribute, context, $"`[{Name(name.Attribute)}]` names `{name.Name}`, which is no parameter of `{contract.Name}`");
            }
        }

        var receiver = ContractReader.ExtensionReceiver(method);
        var first = contract.Parameters.Length - method.Parameters.Length;
        if (receiver is not null)
            CheckParameter(receiver, contract, 0);
        foreach (var parameter in method.Parameters)
            CheckParameter(parameter, contract, first + parameter.Ordinal);
        Report(method.GetReturnTypeAttributes(), context, JudgeReturn, unknown);
        var hasReceiver = ContractReader.HasReceiver(method) || method.IsExtensionMethod;
        if (method.AssociatedSymbol is IPropertySymbol property)
            Report(property.GetAttributes(), context, JudgeMember, unknown);
        Report(method.GetAttributes(), context, JudgeMember, unknown);

        string? JudgeMember(ContractAttribute kind, AttributeData attribute) =>
            kind == ContractAttribute.KernelField ? ContextFieldRules.Judge(attribute, contract)
                : RegionRules.IsRegion(kind) ? RegionRules.Judge(kind, attribute, compilation.Known)
                : MemberRules.Judge(kind, contract, hasReceiver);

        string? JudgeReturn(ContractAttribute kind, AttributeData attribute) =>
            (RegionRules.IsRegion(kind) ? RegionRules.Judge(kind, attribute, compilation.Known) : null) ?? ReturnRules.Judge(kind, contract);

        void CheckParameter(IParameterSymbol parameter, MethodContract method, int index)
        {
            // What a type parameter stands for may be an owner.
            var isGeneric = parameter.Type is ITypeParameterSymbol;
            ContractAttribute? fate = null;
            Report(
                parameter.GetAttributes(),
                context,
                (kind, attribute) =>
                {
                    if (ParameterRules.IsFate(kind) && fate is { } other)
                        return $"`[{kind}]` on `{parameter.Name}` contradicts `[{other}]`: one call does one thing to an owner";
                    if (ParameterRules.IsFate(kind))
                        fate = kind;
                    return (RegionRules.IsRegion(kind) ? RegionRules.Judge(kind, attribute, compilation.Known) : null)
                        ?? ParameterRules.Judge(kind, parameter, method, index, isGeneric);
                },
                unknown);
        }
    }

    private void Report(
        ImmutableArray<AttributeData> attributes,
        SymbolAnalysisContext context,
        System.Func<ContractAttribute, AttributeData, string?> judge,
        HashSet<AttributeData>? reported = null)
    {
        foreach (var attribute in attributes)
        {
            if (compilation.Known.Classify(attribute) is var kind and not ContractAttribute.None
                && (reported is null || !reported.Contains(attribute))
                && judge(kind, attribute) is { } message)
            {
                Report(attribute, context, message);
            }
        }
    }

    private static void Report(AttributeData attribute, SymbolAnalysisContext context, string message)
    {
        if (attribute.ApplicationSyntaxReference is { } reference && !UnfinishedDeclaration.Is(attribute))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ContractDiagnostics.WrongAttribute, reference.SyntaxTree.GetLocation(reference.Span), message));
        }
    }

    private static string Name(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.Substring(0, name.Length - "Attribute".Length);
    }
}
