using System.Collections.Generic;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Graph;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Variables;

/// <summary>Where the parameters, variables and captures of a function are kept.</summary>
internal sealed class FunctionVariables
{
    private readonly FunctionScope _scope;
    private readonly AnalyzedCompilation _compilation;
    private readonly FunctionBuilder _builder;
    private readonly FlowCaptures _captures;
    private readonly Dictionary<ISymbol, Local> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ControlFlowRegion, LocalScope> _scopes = [];
    private Local? _this;

    /// <summary>Gives parameters, variables and captures their cells.</summary>
    public FunctionVariables(FunctionScope scope, FunctionBuilder builder, FlowCaptures captures)
    {
        _scope = scope;
        _compilation = scope.Compilation;
        _builder = builder;
        _captures = captures;
        DeclareParameters();
        DeclareVariables();
        builder.Scope = null;
        builder.BeginTemporaries();
    }

    /// <summary>Whether there is a <see langword="this"/>.</summary>
    public bool HasThis => _this is not null;

    /// <summary>Whether <see langword="this"/> may only be read.</summary>
    public bool IsThisReadOnly => _this?.Type is PointerType { IsReadOnly: true };

    /// <summary>Whether a variable has its cells already.</summary>
    public bool Contains(ISymbol variable) => _locals.ContainsKey(variable);

    /// <summary>The local of a variable, or <see langword="null"/> where it has no cells.</summary>
    public Local? Find(ISymbol variable) => _locals.TryGetValue(variable, out var local) ? local : null;

    private void DeclareParameters()
    {
        var method = _scope.Method;
        if (ContractReader.ExtensionReceiver(method) is { } receiver)
            DeclareParameter(receiver);
        else if (ContractReader.HasReceiver(method) || (method.MethodKind == MethodKind.Constructor && !method.IsStatic))
            _this = _builder.AddParameter("this", ReceiverType(method), kernelType: KernelTypeOf(method.ContainingType));
        foreach (var parameter in method.Parameters)
            DeclareParameter(parameter);
        foreach (var captured in _scope.Captured)
        {
            if (captured is ITypeSymbol type)
                _this = _builder.AddParameter("this", type.IsValueType ? _scope.PointerTo(type, isReadOnly: false) : HandleType.Instance);
            else
                _locals[captured] = _builder.AddParameter(captured.Name, _scope.PointerTo(TypeOf(captured), isReadOnly: false));
        }
    }

    private IrType ReceiverType(IMethodSymbol method)
    {
        if (_scope.Self is { } self)
            return _scope.PointerTo(self, isReadOnly: false);
        return method.ContainingType.IsValueType
            ? _scope.PointerTo(method.ContainingType, ContractReader.ReceiverPassing(method) == ArgumentPassing.In)
            : HandleType.Instance;
    }

    private void DeclareParameter(IParameterSymbol parameter)
    {
        var type = parameter.RefKind == RefKind.None
            ? _scope.IrTypeOf(parameter.Type)
            : _scope.PointerTo(parameter.Type, IsReadOnly(parameter.RefKind));
        var local = _builder.AddParameter(parameter.Name, type, parameter.RefKind != RefKind.None, KernelTypeOf(parameter.Type));
        // Bodies of generic methods refer to the parameters of the definition, bodies of partial ones to those of their own part.
        var declared = parameter.OriginalDefinition;
        _locals[declared] = local;
        if (declared.ContainingSymbol is IMethodSymbol { PartialImplementationPart: { } part })
            _locals[part.Parameters[declared.Ordinal]] = local;
    }

    /// <summary>Gives variables and captures their cells: those of regions that exclude one another share them.</summary>
    private void DeclareVariables()
    {
        DeclareOwners(_scope.Graph.Root);
        DeclareVariables(_scope.Graph.Root, _builder.FrameSize);
    }

    /// <summary>
    /// An owner has cells of its own: what is left in it when its scope is left by an exception must not look overwritten.
    /// </summary>
    private void DeclareOwners(ControlFlowRegion region)
    {
        _builder.Scope = ScopeOf(region);
        foreach (var local in region.Locals)
        {
            if (local.RefKind == RefKind.None && !local.IsConst && _scope.IrTypeOf(local.Type) is { ContainsOwner: true } type)
                _locals[local] = _builder.AddLocal(local.Name, type, _builder.FrameSize, isTemporary: false);
        }

        foreach (var nested in region.NestedRegions)
            DeclareOwners(nested);
    }

    private void DeclareVariables(ControlFlowRegion region, int cell)
    {
        _builder.Scope = ScopeOf(region);
        foreach (var local in region.Locals)
        {
            if (local.IsConst || _locals.ContainsKey(local))
                continue;
            var variable = _builder.AddLocal(local.Name, VariableType(local), cell, isTemporary: false, kernelType: KernelTypeOf(local.Type));
            _locals[local] = variable;
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

    /// <summary>The scope of what lives in a region.</summary>
    public LocalScope? ScopeOf(ControlFlowRegion? region)
    {
        while (region is not null and not { Kind: ControlFlowRegionKind.LocalLifetime })
            region = Regions.Outer(region);
        if (region is null)
            return null;
        if (!_scopes.TryGetValue(region, out var scope))
        {
            scope = new LocalScope(ScopeOf(Regions.Outer(region)));
            _scopes.Add(region, scope);
        }

        return scope;
    }

    private string? KernelTypeOf(ITypeSymbol type) =>
        type.IsReferenceType ? _compilation.Known.KernelType(_scope.Substitution.Apply(type))?.Name : null;

    private IrType VariableType(ILocalSymbol local) =>
        local.RefKind == RefKind.None ? _scope.IrTypeOf(local.Type) : _scope.PointerTo(local.Type, IsReadOnly(local.RefKind));

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
                var source = FlowCaptures.EnumeratedByIndex((IInvocationOperation)first)!;
                var element = _scope.IrTypeOf(TypeLowering.ElementTypeOf(source.Type!));
                var memory = _builder.AddLocal(
                    Render(first.Syntax),
                    _compilation.Types.Pointer(element, isReadOnly: false),
                    cell,
                    isTemporary: true);
                var index = _builder.AddLocal("", ScalarType.I32, cell + 1, isTemporary: true);
                info.Enumeration = new IndexedEnumeration(source, element, memory, index, first.Syntax);
                return cell + 2;
            case FlowCaptureKind.Alias:
                info.Local = _builder.AddLocal(
                    Render(first.Syntax),
                    _scope.PointerTo(first.Type!, isReadOnly: false),
                    cell,
                    isTemporary: true);
                return cell + 1;
            default:
                var type = first.Type is null ? HandleType.Instance : _scope.IrTypeOf(first.Type);
                info.Local = _builder.AddLocal(Render(info.Expression), type, cell, isTemporary: true);
                return cell + type.CellCount;
        }
    }

    /// <summary>The place of a variable.</summary>
    public Place PlaceOf(ISymbol variable, ITypeSymbol type, bool isByRef)
    {
        if (!_locals.TryGetValue(variable, out var local))
        {
            // The compiler's own variables, such as the flag of a lock, belong to no region.
            local = _builder.AddLateLocal(
                variable.Name,
                isByRef ? _scope.PointerTo(type, isReadOnly: false) : _scope.IrTypeOf(type),
                isTemporary: false);
            _locals.Add(variable, local);
        }

        var place = new Place(local);
        return isByRef || IsHiddenParameter(variable) ? place.Dereference(_scope.IrTypeOf(type)) : place;
    }

    /// <summary>The place of <see langword="this"/>.</summary>
    public Place PlaceOfThis()
    {
        _this ??= _builder.AddLateLocal("this", HandleType.Instance, isTemporary: false);
        var place = new Place(_this);
        return _this.Type is PointerType pointer ? place.Dereference(pointer.Element) : place;
    }

    /// <summary>The place of a variable that a local function or lambda captures.</summary>
    public Place PlaceOfCaptured(ISymbol variable) => variable is ILocalSymbol local
        ? PlaceOf(local, local.Type, local.RefKind != RefKind.None)
        : PlaceOf(variable, TypeOf(variable), ((IParameterSymbol)variable).RefKind != RefKind.None);

    /// <summary>The place of what the graph evaluates once and refers to later.</summary>
    public Place PlaceOfFlowCapture(IFlowCaptureReferenceOperation reference)
    {
        var info = _captures[reference.Id];
        if (info.Kind == FlowCaptureKind.Place && info.Place is { } place)
            return place;
        info.Local ??= _builder.AddLateLocal(
            Render(reference.Syntax),
            reference.Type is { } type ? _scope.IrTypeOf(type) : HandleType.Instance,
            isTemporary: true);
        var local = new Place(info.Local);
        return info.Kind == FlowCaptureKind.Alias && info.Local.Type is PointerType pointer ? local.Dereference(pointer.Element) : local;
    }

    private bool IsHiddenParameter(ISymbol variable)
    {
        if (_scope.Captured.IsEmpty)
            return false;
        foreach (var captured in _scope.Captured)
        {
            if (SymbolEqualityComparer.Default.Equals(captured, variable))
                return true;
        }

        return false;
    }

    /// <summary>Whether what is passed in this way may only be read.</summary>
    public static bool IsReadOnly(RefKind kind) => kind is RefKind.In or RefKind.RefReadOnlyParameter;

    private static ITypeSymbol TypeOf(ISymbol variable) =>
        variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;
}
