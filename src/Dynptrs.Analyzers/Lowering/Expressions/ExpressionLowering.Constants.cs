using System;
using System.Collections.Immutable;
using Dynptrs.Analyzers.Lowering.Types;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Constants that lie in memory: texts, and tables of numbers.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>Whether a constant is handed straight to a helper, which gets its bytes.</summary>
    private bool IsArgumentOfHelper(IOperation constant) =>
        constant
            is { ConstantValue.HasValue: true, Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } }
        && _compilation.Contracts.Read(method) is { Requirements: not null };

    /// <summary>A constant string that a helper is given: its bytes.</summary>
    private Operand LowerText(string text, IOperation operation, Place? into)
    {
        var target = _emit.ChooseTarget(into, HandleType.Instance, operation);
        return LowerBytes(text + "\0", target, operation);
    }

    private Operand LowerUtf8String(IUtf8StringOperation text, Place? into)
    {
        var target = _emit.ChooseTarget(into, IrTypeOf(text.Type!), text);
        return LowerBytes(text.Value, target, text);
    }

    private Operand LowerBytes(string text, Place target, IOperation operation)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Allocate(new ConstantData("", ImmutableArray.Create(bytes)), target, operation);
    }

    private Operand Allocate(ConstantData data, Place target, IOperation operation)
    {
        _builder.Emit(new AllocateInstruction(
            At(operation),
            target,
            Operand.Constant(data.Bytes.Length, ScalarType.I64),
            MemoryOrigin.Constant)
        {
            Data = data,
        });
        return Operand.Move(target);
    }

    /// <summary>
    /// A span of constants that is only for reading: the compiler puts these into the data of the assembly, so that the span may go
    /// anywhere. <see langword="null"/> for any other.
    /// </summary>
    /// <param name="operation">The span.</param>
    /// <param name="elements">The collection or the array that it is made of.</param>
    private Operand? LowerTable(IOperation operation, IOperation elements)
    {
        var values = elements switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            _ => ImmutableArray<IOperation>.Empty,
        };
        if (values.IsEmpty
            || operation.Type is not { } span
            || TypeLowering.SpanElement(span, out var isReadOnly) is not { } element
            || !isReadOnly
            || element.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            || IrTypeOf(span) is not PointerType { Element: { Size: > 0 } type } pointer)
        {
            return null;
        }

        var bytes = ImmutableArray.CreateBuilder<byte>(values.Length * type.Size);
        foreach (var value in values)
        {
            if (value.ConstantValue is not { HasValue: true, Value: { } constant } || BitsOf(constant) is not { } bits)
                return null;
            for (var i = 0; i < type.Size; i++)
                bytes.Add((byte)(bits >> (8 * i)));
        }

        var data = new ConstantData(NameOfTable(operation), bytes.MoveToImmutable());
        return Allocate(data, _emit.Temporary(pointer, operation), operation);
    }

    private static long? BitsOf(object constant) => constant switch
    {
        float number => BitConverter.ToInt32(BitConverter.GetBytes(number), 0),
        double number => BitConverter.DoubleToInt64Bits(number),
        _ => NumberOf(constant),
    };

    /// <summary>The name of the variable that begins as a table, or of the method or property that makes it.</summary>
    private string NameOfTable(IOperation table)
    {
        var syntax = table.Syntax.Parent;
        while (syntax is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            syntax = syntax.Parent;
        if (syntax is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable })
            return variable.Identifier.ValueText;
        var method = _scope.Root.Method;
        return (method.AssociatedSymbol ?? method).Name;
    }
}
