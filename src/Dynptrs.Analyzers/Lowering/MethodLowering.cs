using System.Collections.Generic;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Lowers one body: its control flow graph becomes blocks of instructions over places.</summary>
/// <remarks>
/// Lowering is literal. Every read of an owner as a value becomes a copy of it, hidden copies of the compiler included, and
/// the verifier judges that. What cannot be followed becomes an <see cref="OpaqueInstruction"/>; no effect is dropped.
/// </remarks>
internal sealed partial class MethodLowering
{
    private readonly FunctionScope _scope;
    private readonly AnalyzedCompilation _context;
    private readonly FunctionBuilder _builder = new();
    private readonly Dictionary<ISymbol, Local> _variables = new(SymbolEqualityComparer.Default);
    private readonly FlowCaptures _captures;
    private readonly List<Local> _droppedOwners = [];
    private readonly List<LoweredFunctionReference> _verifiedAlone = [];
    private Local? _this;
    private SyntaxNode? _ignoredCall;

    private MethodLowering(FunctionScope scope)
    {
        _scope = scope;
        _context = scope.Compilation;
        _captures = FlowCaptures.Of(scope.Graph, scope.Method.RefKind != RefKind.None);
        _blocks = new BlockBuilder?[scope.Graph.Blocks.Length];
    }

    /// <summary>Lowers a body.</summary>
    /// <param name="scope">The body and what its names mean.</param>
    /// <param name="name">The name, for messages.</param>
    /// <param name="contract">What the declaration says, or <see langword="null"/>.</param>
    public static (Function Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower(FunctionScope scope, string name, MethodContract? contract)
    {
        var lowering = new MethodLowering(scope);
        lowering.DeclareParameters();
        lowering.DeclareVariables();
        lowering._builder.BeginTemporaries();
        lowering.AddWayOut();
        if (scope.Method.IsAsync)
            lowering.Refuse(new Site(ReturnTypeOf(scope.Body)), OpaqueReason.Suspension, "an async method");
        lowering.LowerGraph();
        return (lowering._builder.Build(name, new Site(scope.Body), contract, scope.IsProgramCode), lowering._verifiedAlone);
    }

    private static SyntaxNode ReturnTypeOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax function => function.ReturnType,
        _ => declaration,
    };

    private void DeclareParameters()
    {
        var method = _scope.Method;
        if (ContractReader.ExtensionReceiver(method) is { } receiver)
            DeclareParameter(receiver);
        else if (ContractReader.HasReceiver(method) || (method.MethodKind == MethodKind.Constructor && !method.IsStatic))
            _this = _builder.AddParameter("this", ReceiverType(method));
        foreach (var parameter in method.Parameters)
            DeclareParameter(parameter);
        foreach (var captured in _scope.Captured)
        {
            if (captured is ITypeSymbol type)
                _this = _builder.AddParameter("this", type.IsValueType ? Pointer(type, isReadOnly: false) : HandleType.Instance);
            else
                _variables[captured] = _builder.AddParameter(captured.Name, Pointer(TypeOf(captured), isReadOnly: false));
        }
    }

    private IrType ReceiverType(IMethodSymbol method) => method.ContainingType.IsValueType
        ? Pointer(method.ContainingType, ContractReader.ReceiverPassing(method) == ArgumentPassing.In)
        : HandleType.Instance;

    private void DeclareParameter(IParameterSymbol parameter)
    {
        var type = parameter.RefKind == RefKind.None ? Lower(parameter.Type) : Pointer(parameter.Type, IsReadOnly(parameter.RefKind));
        // Bodies of generic methods refer to the parameters of the definition.
        _variables[parameter.OriginalDefinition] = _builder.AddParameter(parameter.Name, type);
    }

    /// <summary>Gives variables and captures their cells: those of regions that exclude one another share them.</summary>
    private void DeclareVariables()
    {
        DeclareOwners(_scope.Graph.Root);
        DeclareVariables(_scope.Graph.Root, _builder.FrameSize);
    }

    /// <summary>An owner has cells of its own: what is left in it when its scope is left by an exception must not look overwritten.</summary>
    private void DeclareOwners(ControlFlowRegion region)
    {
        foreach (var local in region.Locals)
        {
            if (local.RefKind == RefKind.None && !local.IsConst && Lower(local.Type) is { ContainsOwner: true } type)
                _variables[local] = _builder.AddLocal(local.Name, type, _builder.FrameSize, isTemporary: false);
        }

        foreach (var nested in region.NestedRegions)
            DeclareOwners(nested);
    }

    private void DeclareVariables(ControlFlowRegion region, int cell)
    {
        foreach (var local in region.Locals)
        {
            if (local.IsConst || _variables.ContainsKey(local))
                continue;
            var variable = _builder.AddLocal(local.Name, VariableType(local), cell, isTemporary: false);
            _variables[local] = variable;
            cell += variable.Type.CellCount;
        }

        foreach (var id in region.CaptureIds)
        {
            if (_captures.Find(id) is { } info)
                cell = DeclareCapture(info, cell);
        }

        foreach (var nested in region.NestedRegions)
            DeclareVariables(nested, cell);
    }

    private IrType VariableType(ILocalSymbol local) =>
        local.RefKind == RefKind.None ? Lower(local.Type) : Pointer(local.Type, IsReadOnly(local.RefKind));

    private int DeclareCapture(FlowCaptureInfo info, int cell)
    {
        if (info.Captured.Count == 0 || info.Local is not null || info.Enumeration is not null)
            return cell;
        var first = info.Captured[0];
        switch (info.Kind)
        {
            case FlowCaptureKind.Place:
                return cell;
            case FlowCaptureKind.Enumeration:
                var source = FlowCaptures.EnumeratedByIndex((Microsoft.CodeAnalysis.Operations.IInvocationOperation)first)!;
                var element = Lower(ElementTypeOf(source.Type!));
                var memory = _builder.AddLocal(Render(first.Syntax), _context.Types.Pointer(element, isReadOnly: false), cell, isTemporary: true);
                var index = _builder.AddLocal("", ScalarType.I32, cell + 1, isTemporary: true);
                info.Enumeration = new IndexedEnumeration(source, element, memory, index, first.Syntax);
                return cell + 2;
            case FlowCaptureKind.Alias:
                info.Local = _builder.AddLocal(Render(first.Syntax), Pointer(first.Type!, isReadOnly: false), cell, isTemporary: true);
                return cell + 1;
            default:
                var type = first.Type is null ? HandleType.Instance : Lower(first.Type);
                info.Local = _builder.AddLocal(Render(first.Syntax), type, cell, isTemporary: true);
                return cell + type.CellCount;
        }
    }

    private IrType Lower(ITypeSymbol type) => _scope.IrTypeOf(type);

    private ITypeSymbol Substitute(ITypeSymbol type) => _scope.Substitution.Apply(type);

    private PointerType Pointer(ITypeSymbol element, bool isReadOnly) => _context.Types.Pointer(Lower(element), isReadOnly);

    private static bool IsReadOnly(RefKind kind) => kind is RefKind.In or RefKind.RefReadOnlyParameter;

    private static ITypeSymbol TypeOf(ISymbol variable) =>
        variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    private static Site At(IOperation operation) => new(operation.Syntax);

    /// <summary>The source of a short expression, as the name of the temporary that holds it.</summary>
    private static string Render(SyntaxNode syntax)
    {
        const int longest = 40;
        if (syntax.Span.Length > longest)
            return "";
        var text = syntax.ToString();
        return text.IndexOf('\n') < 0 ? text : "";
    }
}
