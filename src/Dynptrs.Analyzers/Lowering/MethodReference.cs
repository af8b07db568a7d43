using System.Collections.Generic;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>A method, constructor, operator or accessor.</summary>
/// <param name="context">What is kept for the compilation.</param>
/// <param name="method">The method, constructed with its type arguments.</param>
/// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
internal sealed class MethodReference(CompilationLowering context, IMethodSymbol method, bool isProgramCode) : LoweredFunctionReference
{
    private bool? _isVerifiedAlone;
    private ContractTarget? _trusted;

    /// <summary>The method.</summary>
    public IMethodSymbol Method { get; } = method;

    /// <inheritdoc/>
    public override string Name => Method.AssociatedSymbol?.Name ?? (Method.MethodKind == MethodKind.Constructor ? Method.ContainingType.Name : Method.Name);

    /// <inheritdoc/>
    public override bool IsVerifiedAlone => _isVerifiedAlone ??= FindIsVerifiedAlone();

    /// <inheritdoc/>
    public override bool ReportsOwn(Finding finding) => context.ReportsOwn(Method, finding);

    /// <inheritdoc/>
    public override ContractTarget? Trusted =>
        _trusted ??= context.Contracts.Read(Method) is { } contract ? new ContractTarget(contract, HasProgramBody(contract) ? this : null) : null;

    /// <inheritdoc/>
    protected override (Function? Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower()
    {
        if (MethodBodies.Declaration(Method, context.CancellationToken) is not { } declaration
            || context.Bodies.Graph(declaration, context.CancellationToken) is not { } graph)
        {
            return (null, []);
        }

        var substitution = new TypeSubstitution(Method, null, context.Compilation);
        var scope = new FunctionScope(context, Method, graph, substitution, declaration, isProgramCode, null);
        return MethodLowering.Lower(scope, Name, context.Contracts.Read(Method));
    }

    /// <summary>Whether the body of the method is program code too; what is the kernel's, or an owner's or a view's own, is none.</summary>
    private bool HasProgramBody(MethodContract contract) =>
        isProgramCode
        && contract.Requirements is null
        && !context.IsTrusted(Method.ContainingType)
        && !Method.IsAbstract && !Method.IsExtern && !context.Known.IsKernelField(Method)
        && MethodBodies.Declaration(Method, context.CancellationToken) is not null;

    /// <summary>
    /// A method is followed from its callers only when an owner, a view or a pointer to one is handed to it and no contract
    /// says in what state, when it hands out an owner, or when it hands one to a delegate that only its callers know; and never
    /// for what is wrong inside an owner or a view.
    /// </summary>
    private bool FindIsVerifiedAlone()
    {
        if (context.Contracts.HasContract(Method) || context.Known.Has(Method, ContractAttribute.BpfProgram))
            return true;
        // What is inside an owner or a view is trusted: nothing is reported there, for no caller either.
        return context.IsTrusted(Method.ContainingType) || (!TakesVerified(context, Method) && !TakesDelegateOfVerified());
    }

    /// <summary>Whether all who can call the method are in this compilation, and give it a delegate that takes an owner or a view.</summary>
    private bool TakesDelegateOfVerified()
    {
        if (IsVisibleOutside(Method))
            return false;
        foreach (var parameter in Method.Parameters)
        {
            if (parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && TakesVerified(context, invoke))
                return true;
        }

        return false;
    }

    private static bool IsVisibleOutside(ISymbol symbol)
    {
        for (ISymbol? part = symbol; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    /// <summary>Whether what a function is given, or gives back, is followed.</summary>
    /// <param name="context">What is kept for the compilation.</param>
    /// <param name="method">The method, local function or lambda.</param>
    public static bool TakesVerified(CompilationLowering context, IMethodSymbol method)
    {
        if (context.Types.Lower(method.ReturnType).ContainsOwner)
            return true;
        if (!method.IsStatic && method.ContainingType.IsValueType && IsVerified(context.Types.Lower(method.ContainingType)))
            return true;
        if (ContractReader.ExtensionReceiver(method) is { } receiver && IsVerified(context.Types.Lower(receiver.Type)))
            return true;
        foreach (var parameter in method.Parameters)
        {
            if (IsVerified(context.Types.Lower(parameter.Type)))
                return true;
        }

        return false;
    }

    private static bool IsVerified(IrType type) => type switch
    {
        OwnerType or ViewType => true,
        PointerType pointer => IsVerified(pointer.Element),
        StructType structType => HasVerifiedField(structType),
        _ => false,
    };

    private static bool HasVerifiedField(StructType type)
    {
        foreach (var field in type.Fields)
        {
            if (IsVerified(field.Type))
                return true;
        }

        return false;
    }
}
