using System.Collections.Generic;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Finds out what each flow capture of a graph is: the graph itself does not tell an alias from a value.</summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, FlowCaptureInfo> _captures = [];

    private FlowCaptures()
    {
    }

    /// <summary>Looks through a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="returnsByRef">Whether it returns variables.</param>
    public static FlowCaptures Of(ControlFlowGraph graph, bool returnsByRef)
    {
        var captures = new FlowCaptures();
        if (!HasCaptures(graph.Root))
            return captures;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
                captures.Visit(operation, null);
            if (block.BranchValue is not { } value)
                continue;
            captures.Visit(value, null);
            if (returnsByRef
                && value is IFlowCaptureReferenceOperation returned
                && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            {
                captures.Get(returned.Id).IsUsedAsVariable = true;
            }
        }

        foreach (var info in captures._captures.Values)
            info.Kind = Classify(info);
        return captures;
    }

    /// <summary>What is known about a capture.</summary>
    public FlowCaptureInfo this[CaptureId id] => _captures[id];

    /// <summary>What is known about a capture, or <see langword="null"/> where nothing captures or refers to it.</summary>
    public FlowCaptureInfo? Find(CaptureId id) => _captures.TryGetValue(id, out var info) ? info : null;

    private static bool HasCaptures(ControlFlowRegion region)
    {
        if (!region.CaptureIds.IsEmpty)
            return true;
        foreach (var nested in region.NestedRegions)
        {
            if (HasCaptures(nested))
                return true;
        }

        return false;
    }

    private void Visit(IOperation operation, IOperation? parent)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Get(capture.Id).Captured.Add(capture.Value);
                break;
            case IFlowCaptureReferenceOperation reference:
                Refer(Get(reference.Id), reference, parent);
                break;
        }

        foreach (var child in operation.ChildOperations)
            Visit(child, operation);
    }

    private FlowCaptureInfo Get(CaptureId id)
    {
        if (!_captures.TryGetValue(id, out var info))
        {
            info = new FlowCaptureInfo();
            _captures.Add(id, info);
        }

        return info;
    }

    private static void Refer(FlowCaptureInfo info, IOperation reference, IOperation? parent)
    {
        switch (parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == reference || assignment.IsRef:
            case ICompoundAssignmentOperation compound when compound.Target == reference:
            case IIncrementOrDecrementOperation:
            case IArgumentOperation { Parameter.RefKind: not RefKind.None }:
            case IAddressOfOperation:
                info.IsUsedAsVariable = true;
                break;
            case IMemberReferenceOperation member when member.Instance == reference:
                ReferMember(info, reference);
                break;
            case IInvocationOperation call when call.Instance == reference:
                ReferMember(info, reference);
                break;
            case IInlineArrayAccessOperation access when access.Instance == reference:
                info.IsUsedAsVariable = true;
                break;
            default:
                info.ValueUses++;
                break;
        }
    }

    private static void ReferMember(FlowCaptureInfo info, IOperation receiver)
    {
        if (receiver.Type is { IsReferenceType: true })
            info.ValueUses++;
        else
            info.IsUsedAsVariable = true;
    }

    private static FlowCaptureKind Classify(FlowCaptureInfo info)
    {
        if (info.Captured is [IInvocationOperation { TargetMethod: { Name: "GetEnumerator", Parameters.Length: 0 } } call]
            && call.Syntax.Parent is CommonForEachStatementSyntax
            && EnumeratedByIndex(call) is not null)
        {
            return FlowCaptureKind.Enumeration;
        }

        if (!info.IsUsedAsVariable)
            return FlowCaptureKind.Value;
        foreach (var captured in info.Captured)
        {
            if (!IsVariable(captured) || IsCopied(captured.Syntax))
                return FlowCaptureKind.Value;
        }

        return info.Captured is [var single] && IsFixed(single) ? FlowCaptureKind.Place : FlowCaptureKind.Alias;
    }

    /// <summary>Whether an operation only serves an enumerator that is an index.</summary>
    public bool RefersToEnumeration(IOperation operation)
    {
        if (operation is IFlowCaptureReferenceOperation reference)
            return Find(reference.Id) is { Kind: FlowCaptureKind.Enumeration };
        if (!operation.IsImplicit)
            return false;
        foreach (var child in operation.ChildOperations)
        {
            if (RefersToEnumeration(child))
                return true;
        }

        return false;
    }

    /// <summary>The enumeration by index whose current element an expression reads, or <see langword="null"/>.</summary>
    public IndexedEnumeration? EnumerationOf(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation is IPropertyReferenceOperation { Instance: IFlowCaptureReferenceOperation { Id: var id } }
            ? Find(id)?.Enumeration
            : null;
    }

    /// <summary>Where a value is read: the current element of an enumeration has no syntax of its own.</summary>
    public Site SiteOfRead(IOperation value) =>
        EnumerationOf(value) is { } enumeration ? new Site(enumeration.Expression) : At(value);

    /// <summary>The array, span or inline array that a <c>foreach</c> enumerates, or <see langword="null"/> for anything else.</summary>
    public static IOperation? EnumeratedByIndex(IInvocationOperation getEnumerator)
    {
        if (getEnumerator.Instance is not { } source)
            return null;
        if (source is IConversionOperation { OperatorMethod: null } conversion
            && (conversion.Operand.Type is IArrayTypeSymbol || StructLayout.InlineArrayLength(conversion.Operand.Type!) > 0
                || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type)))
        {
            source = conversion.Operand;
        }

        return source.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } => source,
            { } type when TypeLowering.SpanElement(type, out _) is not null => source,
            { } type when StructLayout.InlineArrayLength(type) > 0 => source,
            _ => null,
        };
    }

    /// <summary>Whether an expression denotes a variable, not a value of its own.</summary>
    public static bool IsVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsConst: false } or IParameterReferenceOperation or IArrayElementReferenceOperation
            or IInlineArrayAccessOperation or IDeclarationExpressionOperation or IDiscardOperation => true,
        IFieldReferenceOperation { Field: { IsConst: false, IsFixedSizeBuffer: false } } field =>
            field.Instance is not { Type.IsReferenceType: false } instance || IsVariable(instance),
        IPropertyReferenceOperation property => property.Property.RefKind != RefKind.None,
        IInvocationOperation call => call.TargetMethod.RefKind != RefKind.None,
        IInstanceReferenceOperation => true,
        IFlowCaptureReferenceOperation => true,
        IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol { RefKind: not RefKind.None } } => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        { Kind: OperationKind.None, Syntax: PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax } => true,
        { Kind: OperationKind.None, IsImplicit: true, Syntax.Parent: MemberAccessExpressionSyntax } => true,
        _ => false,
    };

    /// <summary>Whether evaluating an expression for a variable later gives the same variable.</summary>
    private static bool IsFixed(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: { RefKind: RefKind.None, IsConst: false } } => true,
        IParameterReferenceOperation { Parameter.RefKind: RefKind.None } => true,
        IFieldReferenceOperation
        {
            Field: { IsStatic: false, RefKind: RefKind.None },
            Instance: { Type.IsReferenceType: false } instance,
        } =>
            IsFixed(instance),
        _ => false,
    };

    private static bool IsCopied(SyntaxNode syntax)
    {
        var node = syntax;
        while (node.Parent is ParenthesizedExpressionSyntax or CheckedExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            ConditionalExpressionSyntax conditional => conditional.Condition != node,
            SwitchExpressionArmSyntax => true,
            WithExpressionSyntax with => with.Expression == node,
            UsingStatementSyntax => true,
            BinaryExpressionSyntax binary => binary.OperatorToken.Text == "??",
            _ => false,
        };
    }
}
