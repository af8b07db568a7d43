using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dynptrs.Analyzers.Lowering.Building;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Pointers: addresses, what they point to, <c>stackalloc</c> and <c>fixed</c>.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>
    /// The address of a variable as a pointer: from here on it may be read and written in any way, unless it holds a pointer itself.
    /// </summary>
    private Operand LowerAddressOf(IAddressOfOperation address, Place? into)
    {
        if (address.Reference is IMethodReferenceOperation method)
            return LowerMethodGroup(method, address, into);
        var place = PlaceOf(address.Reference);
        if (!HoldsPointer(place.Type))
            return _emit.ExposeAddress(place, address, "a pointer to a variable", into);
        var target = _emit.ChooseTarget(into, _compilation.Types.Pointer(place.Type, isReadOnly: false), address);
        _builder.Emit(new AddressOfInstruction(At(address), target, place));
        return Operand.Move(target);
    }

    private static bool HoldsPointer(IrType type) => type switch
    {
        PointerType or ViewType => true,
        StructType { ContainsOwner: false } structure => structure.Fields.Any(static field => HoldsPointer(field.Type)),
        _ => false,
    };

    /// <summary>A buffer in a struct (<c>fixed byte name[16]</c>), which C# reads as a pointer to its first element.</summary>
    private Operand LowerFixedBuffer(IFieldReferenceOperation buffer, Place? into)
    {
        var place = PlaceOfField(buffer);
        var start = _emit.Temporary(IrTypeOf(buffer.Type!), buffer);
        _builder.Emit(new AddressOfInstruction(At(buffer), start, place));
        // As with an inline array, what lies behind the buffer is not part of it.
        return _emit.Derive(Operand.Move(start), Emitter.Zero, Emitter.SizeOf(place.Type), start.Type, buffer, into);
    }

    /// <summary>The variable behind a pointer; the graph gives these expressions no kind of their own.</summary>
    private Place? PlaceOfPointee(IOperation operation)
    {
        var children = operation.ChildOperations;
        var (first, second) = (default(IOperation), default(IOperation));
        foreach (var child in children)
            (first, second) = first is null ? (child, null) : (first, child);
        if (first?.Type is not IPointerTypeSymbol pointer
            || operation.Type is null
            || _scope.Substitution.Apply(operation.Type) is IPointerTypeSymbol && operation.IsImplicit)
            return null;
        if (second is not null && PlaceOfNumber(first, second) is { } number)
            return number;
        var type = IrTypeOf(operation.Type);
        var target = _emit.KeepInPlace(StableValue(first, second is not null && HasEffects(second)), first);
        if (operation.Syntax is ElementAccessExpressionSyntax && second is not null)
            return target.Offset(_emit.Spill(Value(second), second), type);
        return second is null && pointer.PointedAtType.Equals(operation.Type, SymbolEqualityComparer.Default)
            ? target.Dereference(type)
            : null;
    }

    /// <summary>Expressions without a kind of their own: <c>stackalloc</c> and <c>fixed</c>.</summary>
    private Operand? LowerUnnamed(IOperation operation, Place? into)
    {
        if (operation.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax)
            return LowerStackAlloc(operation);
        if (operation.IsImplicit && operation.Type is IPointerTypeSymbol)
            return LowerFixed(operation, into);
        return null;
    }

    private Operand LowerStackAlloc(IOperation operation)
    {
        if (IrTypeOf(operation.Type!) is not PointerType { Element: var element } type)
            return LowerUnsupported(operation, null);
        if (LowerFollowed(operation, type, element) is { } followed)
            return followed;

        var target = _emit.Temporary(type, operation);
        var position = -1;
        foreach (var child in operation.ChildOperations)
        {
            if (position < 0)
            {
                if (_scope.IsProgramCode && ConstantOf(child) is null)
                    return _emit.MakeOpaque(
                        operation,
                        null,
                        OpaqueReason.VariableSize,
                        "a stack allocation whose size is no constant",
                        Value(child));
                _builder.Emit(new AllocateInstruction(
                    At(operation),
                    target,
                    _emit.ScaleToBytes(Value(child), element, operation),
                    MemoryOrigin.Stack)
                {
                    Scope = _builder.Scope,
                });
            }
            else
            {
                Store(child, target.Element(Operand.Constant(position, ScalarType.I32), element), At(child));
            }

            position++;
        }

        return Operand.Move(target);
    }

    /// <summary>A few pointers or numbers on the stack that are followed, of which a size and first values are the parts.</summary>
    private Operand? LowerFollowed(IOperation operation, PointerType type, IrType element)
    {
        var size = default(IOperation);
        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var child in operation.ChildOperations)
        {
            if (size is null)
                size = child;
            else
                values.Add(child);
        }

        return size is not null && ConstantOf(size) is { Value: var length }
            ? LowerFollowed(operation, type, element, length, values.ToImmutable())
            : null;
    }

    /// <summary>
    /// A few pointers on the stack, or numbers that a compiler keeps in registers: a variable each, so that they are followed as what is in
    /// variables is.
    /// </summary>
    private Operand? LowerFollowed(IOperation operation, PointerType type, IrType element, long length, ImmutableArray<IOperation> values)
    {
        const int MaxFollowed = 16;
        if (length is < 1 or > MaxFollowed)
            return null;
        var name = element is ScalarType && _scope.IsProgramCode ? NameOfNumbers(operation.Syntax, length) : null;
        if (name is null && element is not PointerType)
            return null;
        var fields = ImmutableArray.CreateBuilder<StructField>((int)length);
        for (var i = 0; i < length; i++)
            fields.Add(new StructField(i.ToString(CultureInfo.InvariantCulture), element, i, i * element.Size));
        var structure = new StructType("", (int)length * element.Size, fields.MoveToImmutable());
        var variables = new Place(_builder.AddLateLocal("", structure, isTemporary: true));
        var target = _emit.Temporary(type, operation);
        if (name is not null)
            _numbers[name] = variables;
        _builder.Emit(new ClearInstruction(At(operation), variables));
        for (var i = 0; i < values.Length; i++)
            Store(values[i], variables.Field(structure.Fields[i]), At(values[i]));
        _builder.Emit(new AddressOfInstruction(At(operation), target, variables));
        return Operand.Move(target);
    }

    /// <summary>One of the numbers that are followed, where an index is written down.</summary>
    private Place? PlaceOfNumber(IOperation buffer, IOperation index) =>
        _numbers.Count > 0
        && buffer is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] }
        && _numbers.TryGetValue(declaration.GetSyntax(_compilation.CancellationToken), out var numbers)
        && ConstantOf(index) is { Value: var at }
            ? numbers.Field(((StructType)numbers.Type).Fields[(int)at])
            : null;

    /// <summary>
    /// The declaration of the buffer where all that is done with it is to read and write elements whose indices are written down, so that
    /// none is memory; else <see langword="null"/>.
    /// </summary>
    private static SyntaxNode? NameOfNumbers(SyntaxNode allocation, long length)
    {
        if (allocation.Parent
            is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } variable }
            || variable.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        var function = FunctionAround(variable);
        var isReachedByConstantsAlone = member.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name)
            .All(use => FunctionAround(use) == function && IsElement(use));
        return isReachedByConstantsAlone ? variable : null;

        bool IsElement(SyntaxNode use) =>
            use.Parent is ElementAccessExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int index } }],
            } access
            && access.Expression == use
            && index < length
            && access.Parent
                is not (RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or MemberAccessExpressionSyntax)
            && !access.Parent.IsKind(SyntaxKind.AddressOfExpression);

        static SyntaxNode? FunctionAround(SyntaxNode node) =>
            node.FirstAncestorOrSelf<SyntaxNode>(around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
    }

    private Operand? LowerFixed(IOperation operation, Place? into)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is IAddressOfOperation address)
                return _emit.ExposeAddress(PlaceOf(address.Reference), operation, "a pointer to a variable", into);
            if (child.Type is null)
                continue;
            var type = IrTypeOf(operation.Type!);
            var value = Value(child);
            return value.Type is PointerType
                ? _emit.Derive(value, Operand.Constant(0, ScalarType.I64), null, type, operation, into)
                : _emit.MakeOpaque(operation, into, OpaqueReason.RuntimeType, "a pointer to an object", value);
        }

        return null;
    }
}
