using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dynptrs.Tool.Records;

/// <summary>
/// The types that records of a ring buffer begin with, as the code says that makes them: a record that is reserved as a type, and what is
/// written to the start of one, or viewed there, as a type. Which calls give a record is read from their declarations
/// (<see cref="AcquiresAttribute"/>), and a record is followed into the methods that it is handed to.
/// </summary>
internal sealed class RecordTypes
{
    private const string OffsetParameter = "offset";

    private readonly HashSet<ISymbol> _rings = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _records = new(SymbolEqualityComparer.Default);
    private readonly IReadOnlyList<IInvocationOperation> _calls;

    private RecordTypes(ISymbol ring, IReadOnlyList<IInvocationOperation> calls)
    {
        _rings.Add(ring);
        _calls = calls;
    }

    /// <summary>Finds them, in the order of the source.</summary>
    public static ImmutableArray<ITypeSymbol> Find(Compilation compilation, IFieldSymbol ring, CancellationToken cancellationToken)
    {
        var calls =
            from tree in compilation.SyntaxTrees
            let model = compilation.GetSemanticModel(tree)
            from node in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            let call = model.GetOperation(node, cancellationToken) as IInvocationOperation
            where call is not null
            select call;
        var types = new RecordTypes(ring, [.. calls]);
        types.Follow();
        return
        [
            .. types._calls.SelectMany(types.TypesOf)
                .Where(type => type is { IsUnmanagedType: true, TypeKind: TypeKind.Struct or TypeKind.Enum })
                .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>Which variables are the ring buffer, and which are records of it: until no call makes another one known.</summary>
    private void Follow()
    {
        for (var before = 0; before != _rings.Count + _records.Count;)
        {
            before = _rings.Count + _records.Count;
            foreach (var call in _calls)
            {
                foreach (var (parameter, value) in Operands(call))
                {
                    if (SymbolOf(value) is not { } symbol)
                        continue;
                    var isRing = _rings.Contains(symbol);
                    if (isRing)
                        AddAcquired(call);
                    if (parameter is not null && IsFollowed(call.TargetMethod) && (isRing || _records.Contains(symbol)))
                        _ = (isRing ? _rings : _records).Add(parameter.OriginalDefinition);
                }
            }
        }
    }

    private void AddAcquired(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && Acquires(parameter.GetAttributes()) && SymbolOf(argument.Value) is { } record)
                _records.Add(record);
        }

        if (Acquires(call.TargetMethod.GetReturnTypeAttributes()) && TargetOf(call) is { } result)
            _records.Add(result);
    }

    private IEnumerable<ITypeSymbol> TypesOf(IInvocationOperation call)
    {
        if (call.TargetMethod is not { TypeArguments: [var type] } method)
            return [];
        var symbols = Operands(call).Select(operand => SymbolOf(operand.Value)).OfType<ISymbol>().ToList();
        var isReserved = symbols.Exists(_rings.Contains) && Acquires(method.GetReturnTypeAttributes());
        return isReserved || symbols.Exists(_records.Contains) && IsAtStart(call) ? [type] : [];
    }

    private static bool IsAtStart(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == OffsetParameter) is not { } offset
        || offset.Value.ConstantValue is { HasValue: true, Value: 0 or 0u or 0L or 0ul };

    private static IEnumerable<(IParameterSymbol? Parameter, IOperation Value)> Operands(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
            yield return (null, instance);
        foreach (var argument in call.Arguments)
            yield return (argument.Parameter, argument.Value);
    }

    /// <summary>A method of the project that says nothing of itself; what a contract is stated of does what that says.</summary>
    private static bool IsFollowed(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty
        && !Has<BpfHelperAttribute>(method.GetAttributes());

    private static bool Acquires(ImmutableArray<AttributeData> attributes) => Has<AcquiresAttribute>(attributes);

    private static bool Has<T>(ImmutableArray<AttributeData> attributes) =>
        attributes.Any(attribute => attribute.AttributeClass?.ToDisplayString() == typeof(T).FullName);

    private static ISymbol? SymbolOf(IOperation value) => value switch
    {
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        IDeclarationExpressionOperation declaration => SymbolOf(declaration.Expression),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    private static ISymbol? TargetOf(IOperation value) => value.Parent switch
    {
        IConversionOperation conversion => TargetOf(conversion),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation assignment => SymbolOf(assignment.Target),
        _ => null,
    };
}
