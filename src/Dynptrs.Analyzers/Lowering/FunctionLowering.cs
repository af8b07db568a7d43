using System.Collections.Generic;
using System.Reflection;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Analyzers.Lowering.Expressions;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Analyzers.Lowering.Graph;
using Dynptrs.Analyzers.Lowering.Variables;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Lowering;

/// <summary>Lowers one body: its control flow graph becomes blocks of instructions over places.</summary>
internal static class FunctionLowering
{
    /// <summary>Lowers a body.</summary>
    /// <param name="scope">The body and what its names mean.</param>
    /// <param name="name">The name, for messages.</param>
    /// <param name="contract">What the declaration says, or <see langword="null"/>.</param>
    public static (
        Function Function,
        IReadOnlyList<LoweredFunctionReference> Nested) Lower(FunctionScope scope, string name, MethodContract? contract)
    {
        var builder = new FunctionBuilder();
        var captures = FlowCaptures.Of(scope.Graph, scope.Method.RefKind != RefKind.None);
        var variables = new FunctionVariables(scope, builder, captures);
        var expressions = new ExpressionLowering(scope, builder, variables, captures);
        var graph = new GraphLowering(scope, builder, variables, captures, expressions);
        if (scope is { IsProgramCode: true, Method.IsAsync: true })
            builder.Emit(Emitter.Opaque(new Site(ReturnTypeOf(scope.Body)), null, OpaqueReason.Suspension, "an async method"));
        if (scope is { Method: { MethodKind: MethodKind.Constructor, ContainingType.IsValueType: true }, Body: ConstructorDeclarationSyntax own }
            && own.Initializer is not { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.ThisKeyword })
        {
            expressions.RunInitializers(scope.Method.ContainingType, variables.PlaceOfThis(), [], new Site(own));
        }

        if (scope.Errors.IsWhole)
            builder.Terminate(new UnreachableTerminator(default));
        else
            graph.Run();
        var isProgram = scope.Compilation.Known.Has(scope.Method, ContractAttribute.BpfProgram);
        var sharesRegions = scope.Outer is not null && !scope.Compilation.Contracts.HasContract(scope.Method);
        var returnsAddress = scope.Method is { RefKind: RefKind.None, ReturnType.TypeKind: TypeKind.Pointer };
        var isInlined = (scope.Method.MethodImplementationFlags & MethodImplAttributes.AggressiveInlining) != 0;
        var function = builder.Build(
            name, new Site(scope.Body), contract, scope.IsProgramCode, isProgram, sharesRegions, returnsAddress, isInlined);
        return (function, expressions.NestedRoots);
    }

    private static SyntaxNode ReturnTypeOf(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        LocalFunctionStatementSyntax function => function.ReturnType,
        _ => declaration,
    };
}
