using System.Collections.Generic;
using System.Threading;
using Dynptrs.Analyzers.Lowering.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Analyzers;

/// <summary>The calls that the members in a file make, also those that are not written.</summary>
internal sealed class FileCalls
{
    private readonly Dictionary<IMethodSymbol, HashSet<ISymbol>> _callers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> _boxed = new(SymbolEqualityComparer.Default);

    private FileCalls()
    {
    }

    /// <summary>Reads a file.</summary>
    public static FileCalls Read(AnalyzedCompilation compilation, SyntaxTree file, CancellationToken cancellationToken)
    {
        var calls = new FileCalls();
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in TypeVerifier.FindTypes(compilation.Compilation.GetSemanticModel(file), cancellationToken))
        {
            if (!seen.Add(type))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (MethodBodies.File(member, cancellationToken) != file)
                    continue;
                foreach (var block in compilation.Bodies.Operations(member, cancellationToken))
                    calls.Add(member, block);
            }
        }

        return calls;
    }

    /// <summary>The members that call a method.</summary>
    /// <param name="method">The definition of the method.</param>
    public IEnumerable<ISymbol> CallersOf(IMethodSymbol method) => _callers.TryGetValue(method, out var callers) ? callers : [];

    /// <summary>Whether a value of a type becomes an object here: who has that may call what the type implements of others.</summary>
    /// <param name="type">The definition of the type.</param>
    public bool IsBoxed(INamedTypeSymbol type) => _boxed.Contains(type);

    private void Add(ISymbol member, IOperation operation)
    {
        if (operation is IConversionOperation { Operand.Type: { IsValueType: true } boxed, Type.IsReferenceType: true })
            _boxed.Add(boxed.OriginalDefinition);
        foreach (var method in CalledMethods.Of(operation))
        {
            if (method is null)
                continue;
            var callee = (method.ReducedFrom ?? method).OriginalDefinition;
            if (!_callers.TryGetValue(callee, out var callers))
                _callers.Add(callee, callers = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            callers.Add(member);
        }

        foreach (var child in operation.ChildOperations)
            Add(member, child);
    }
}
