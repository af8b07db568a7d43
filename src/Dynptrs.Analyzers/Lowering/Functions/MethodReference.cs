using System.Collections.Generic;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>A method, constructor, operator or accessor.</summary>
/// <param name="compilation">What is known of the compilation.</param>
/// <param name="method">The method, constructed with its type arguments.</param>
/// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
/// <param name="self">The value type in whose place a member of an interface runs, or <see langword="null"/>.</param>
internal sealed class MethodReference(AnalyzedCompilation compilation, IMethodSymbol method, bool isProgramCode, ITypeSymbol? self)
    : LoweredFunctionReference
{
    private bool? _isRoot;
    private ContractTarget? _byContract;

    /// <summary>The method.</summary>
    public IMethodSymbol Method { get; } = method;

    /// <inheritdoc/>
    public override string Name =>
        Method.AssociatedSymbol?.Name ?? (Method.MethodKind == MethodKind.Constructor ? Method.ContainingType.Name : Method.Name);

    /// <inheritdoc/>
    public override bool IsRoot => _isRoot ??= FindIsRoot();

    /// <inheritdoc/>
    public override bool IsReported(Finding finding) => compilation.Verdicts.Reports(Method, finding);

    /// <inheritdoc/>
    public override ContractTarget? ByContract =>
        _byContract ??= compilation.Contracts.Read(Method) is { } contract
            ? new ContractTarget(contract, HasProgramBody(contract) ? this : null)
            : null;

    /// <inheritdoc/>
    protected override (Function? Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower()
    {
        if (MethodBodies.Declaration(Method, compilation.CancellationToken) is not { } declaration
            || compilation.Bodies.Graph(declaration, compilation.CancellationToken) is not { } graph)
        {
            return (null, []);
        }

        var substitution = new TypeSubstitution(Method, null, compilation.Compilation);
        var errors = compilation.Bodies.Errors(declaration, compilation.CancellationToken);
        var scope = new FunctionScope(compilation, Method, graph, substitution, declaration, errors, isProgramCode, null) { Self = self };
        Lowered = scope;
        return FunctionLowering.Lower(scope, Name, compilation.Contracts.ReadEntry(Method));
    }

    /// <summary>Whether the body of the method is program code too; what is the kernel's, or an owner's or a view's own, is none.</summary>
    private bool HasProgramBody(MethodContract contract) =>
        isProgramCode
        && contract is { Requirements: null, Return.SameAs: < 0 }
        && !compilation.IsImplementation(Method.ContainingType)
        && !Method.IsAbstract && !Method.IsExtern && !compilation.Known.IsKernelField(Method)
        && MethodBodies.Declaration(Method, compilation.CancellationToken) is not null;

    /// <summary>
    /// A method is followed from its callers only when an owner, a view or a pointer to one is handed to it and no contract
    /// says in what state, when it hands out an owner, or when it hands one to a delegate that only its callers know; and never
    /// for what is wrong inside an owner or a view.
    /// </summary>
    private bool FindIsRoot()
    {
        if (compilation.Contracts.HasContract(Method) || compilation.Known.Has(Method, ContractAttribute.BpfProgram))
            return true;
        // What is inside an owner or a view is trusted: nothing is reported there, for no caller either.
        return compilation.IsImplementation(Method.ContainingType) || (!TakesTracked(compilation, Method) && !TakesDelegateOfTracked());
    }

    /// <summary>
    /// Whether all who can call the method are in this compilation, and give it a delegate that takes an owner or a view.
    /// </summary>
    private bool TakesDelegateOfTracked()
    {
        if (IsVisibleOutside(Method))
            return false;
        foreach (var parameter in Method.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && TakesTracked(compilation, invoke))
                return true;
        }

        return false;
    }

    /// <summary>Whether other assemblies can name a member.</summary>
    public static bool IsVisibleOutside(ISymbol symbol)
    {
        for (var part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    /// <summary>Whether what a function is given, or gives back, is followed.</summary>
    /// <param name="compilation">What is known of the compilation.</param>
    /// <param name="method">The method, local function or lambda.</param>
    public static bool TakesTracked(AnalyzedCompilation compilation, IMethodSymbol method)
    {
        if (compilation.Types.IrTypeOf(method.ReturnType).ContainsOwner)
            return true;
        if (!method.IsStatic && method.ContainingType.IsValueType && IsTracked(compilation.Types.IrTypeOf(method.ContainingType)))
            return true;
        if (ContractReader.ExtensionReceiver(method) is { } receiver && IsTracked(compilation.Types.IrTypeOf(receiver.Type)))
            return true;
        foreach (var parameter in method.Parameters)
        {
            if (IsTracked(compilation.Types.IrTypeOf(parameter.Type)))
                return true;
        }

        return false;
    }

    private static bool IsTracked(IrType type) => type switch
    {
        OwnerType or ViewType => true,
        PointerType pointer => IsTracked(pointer.Element),
        StructType structType => HasTrackedField(structType),
        _ => false,
    };

    private static bool HasTrackedField(StructType type)
    {
        foreach (var field in type.Fields)
        {
            if (IsTracked(field.Type))
                return true;
        }

        return false;
    }
}
