using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dynptrs.Analyzers.Lowering.Functions;

/// <summary>The value that a field or a property is declared with: a part of the constructors of its type.</summary>
/// <param name="compilation">What is known of the compilation.</param>
/// <param name="member">The field or property.</param>
/// <param name="isProgramCode">Whether it is held to the kernel's strictness.</param>
internal sealed class InitializerReference(AnalyzedCompilation compilation, ISymbol member, bool isProgramCode) : LoweredFunctionReference
{
    /// <inheritdoc/>
    public override string Name => member.Name;

    /// <inheritdoc/>
    public override bool IsRoot => true;

    /// <inheritdoc/>
    public override bool IsReported(Finding finding) => compilation.Verdicts.Reports(member, finding);

    /// <inheritdoc/>
    protected override (Function? Function, IReadOnlyList<LoweredFunctionReference> Nested) Lower()
    {
        if (FindConstructor() is not { } constructor
            || MethodBodies.Initializer(member, compilation.CancellationToken) is not { } value
            || compilation.Bodies.Graph(value, compilation.CancellationToken) is not { } graph)
        {
            return (null, []);
        }

        var substitution = new TypeSubstitution(constructor, null, compilation.Compilation);
        var errors = compilation.Bodies.Errors(value.Value, compilation.CancellationToken);
        var scope = new FunctionScope(compilation, constructor, graph, substitution, value.Value, errors, isProgramCode, null);
        Lowered = scope;
        return FunctionLowering.Lower(scope, Name, contract: null);
    }

    /// <summary>
    /// A constructor that runs it: the primary one, whose parameters it may use, or any; one without parameters, where there is one.
    /// </summary>
    private IMethodSymbol? FindConstructor()
    {
        if (member.IsStatic)
            return member.ContainingType.StaticConstructors.FirstOrDefault();
        var constructors = member.ContainingType.InstanceConstructors;
        return constructors.FirstOrDefault(IsPrimary) ?? constructors.OrderBy(constructor => constructor.Parameters.Length).FirstOrDefault();
    }

    private bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax(compilation.CancellationToken) is TypeDeclarationSyntax;
}
