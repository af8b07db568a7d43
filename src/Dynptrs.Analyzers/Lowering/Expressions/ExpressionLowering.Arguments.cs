using System.Collections.Immutable;
using Dynptrs.Analyzers.Contracts;
using Dynptrs.Analyzers.Lowering.Functions;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using static Dynptrs.Analyzers.Lowering.Building.Sites;
using static Dynptrs.Analyzers.Lowering.Expressions.SideEffects;

namespace Dynptrs.Analyzers.Lowering.Expressions;

/// <summary>Receivers and arguments: evaluated in the order of the source, passed in that of the parameters.</summary>
internal sealed partial class ExpressionLowering
{
    /// <summary>Evaluates receiver and arguments in the order of the source and arranges them in that of the parameters.</summary>
    private ImmutableArray<Argument> PassArguments(Callee callee, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        var method = callee.Method;
        var hasReceiver = instance is not null && !method.IsStatic;
        var first = hasReceiver ? 1 : 0;
        var result = new Argument[first + method.Parameters.Length];
        if (hasReceiver)
            result[0] = PassReceiver(callee, instance!, HaveEffects(arguments, 0));
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            var position = first + (argument.Parameter?.Ordinal ?? i);
            if (position < result.Length)
                result[position] = PassArgument(argument, HaveEffects(arguments, i + 1));
        }

        for (var i = first; i < result.Length; i++)
        {
            // An argument that the graph does not show, such as one that does not compile.
            if (result[i].Value.Type is null)
                result[i] = new Argument(Operand.Null(HandleType.Instance), ArgumentPassing.Value, default);
        }

        return ImmutableArray.Create(result);
    }

    private Argument PassByValue(IOperation value) => new(Value(value), ArgumentPassing.Value, At(value));

    private Argument PassArgument(IArgumentOperation argument, bool isFollowedByEffects)
    {
        var site = new Site(argument.IsImplicit ? argument.Value.Syntax : ArgumentSyntax(argument));
        var passing = ContractReader.Passing(argument.Parameter?.RefKind ?? RefKind.None);
        if (passing == ArgumentPassing.Value)
            return new Argument(StableValue(argument.Value, isFollowedByEffects), passing, site);
        var place = PlaceToPass(argument.Value, passing);
        return new Argument(Operand.Copy(isFollowedByEffects ? _emit.Pin(place, argument.Value) : place), passing, site);
    }

    private static SyntaxNode ArgumentSyntax(IArgumentOperation argument) =>
        argument.Syntax is ArgumentSyntax syntax ? syntax.Expression : argument.Syntax;

    /// <summary>The variable that is passed; a value for an <see langword="in"/> parameter is a copy in a temporary.</summary>
    private Place PlaceToPass(IOperation value, ArgumentPassing passing)
    {
        if (passing == ArgumentPassing.In && value is IConversionOperation conversion && !IsIdentity(conversion))
            return Materialize(value);
        return PlaceOf(value);
    }

    private Argument PassReceiver(Callee callee, IOperation instance, bool isFollowedByEffects)
    {
        var method = callee.Method;
        var site = At(instance);
        if (callee.Self is not null)
        {
            // A member that its interface implements runs on a copy in an object, which nobody else sees.
            var value = PlaceOf(instance);
            var boxed = _emit.Temporary(value.Type, instance);
            _builder.Emit(new AssignInstruction(site, boxed, Operand.Copy(value)));
            return new Argument(Operand.Copy(boxed), ArgumentPassing.Ref, site);
        }

        var passing = ContractReader.ReceiverPassing(method);
        if (passing == ArgumentPassing.Value)
            return new Argument(StableValue(instance, isFollowedByEffects), passing, site);
        var place = PlaceOf(instance);
        if (place.Type is HandleType)
            return new Argument(Operand.Copy(place), ArgumentPassing.Value, site);
        if (passing == ArgumentPassing.Ref && method.ContainingType.ExtensionParameter is null && IsReadOnlyVariable(instance))
        {
            // What the compiler does without a word: the member runs on a copy.
            var copy = _emit.Temporary(place.Type, instance);
            _builder.Emit(new AssignInstruction(site, copy, Operand.Copy(place)));
            return new Argument(Operand.Copy(copy), passing, site);
        }

        return new Argument(Operand.Copy(isFollowedByEffects ? _emit.Pin(place, instance) : place), passing, site);
    }

    private ImmutableArray<Argument> PassCaptured(NestedFunctionReference function, Site site)
    {
        if (function.Captured.IsEmpty)
            return ImmutableArray<Argument>.Empty;
        var arguments = ImmutableArray.CreateBuilder<Argument>(function.Captured.Length);
        foreach (var captured in function.Captured)
        {
            if (captured is ITypeSymbol type)
                arguments.Add(new Argument(
                    Operand.Copy(_variables.PlaceOfThis()),
                    type.IsValueType ? ArgumentPassing.Ref : ArgumentPassing.Value,
                    site));
            else
                arguments.Add(new Argument(Operand.Copy(_variables.PlaceOfCaptured(captured)), ArgumentPassing.Ref, site));
        }

        return arguments.MoveToImmutable();
    }
}
