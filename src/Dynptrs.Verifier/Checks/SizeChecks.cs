using System;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks memory and lengths for the least size that a call asks for.</summary>
internal sealed class SizeChecks(Reporter reporter)
{
    /// <summary>Checks one argument.</summary>
    /// <remarks>
    /// Follows <c>check_mem_size_reg</c>, which refuses every range that begins with 0 for an <c>ARG_CONST_SIZE</c>, and
    /// <c>check_reg_type</c>, which takes null for memory only where the prototype says so, whatever the size. In host code what is
    /// only possible is not refused, and a span that is null is but an empty one.
    /// </remarks>
    /// <returns>Whether it is allowed.</returns>
    public bool Check(State state, MethodContract contract, ParameterContract parameter, in Argument source, in ArgumentState argument)
    {
        if (parameter.MinimumSize is not { } minimum)
            return true;
        if (state.Frame.IsStrict && argument.Value is PointerValue { Ending: null, Nullness: not Nullness.NotNull } pointer)
        {
            var isUnknown = pointer.Nullness == Nullness.Unknown;
            reporter.Report(state, new NullMemory(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name, isUnknown), About.Pointer(pointer));
            return false;
        }

        if (GetSize(source, argument.Value) is not { } size)
            return true;
        var (least, most) = parameter.Type is ScalarType { IsSigned: false }
            ? ((long)Math.Min(size.UnsignedMin, long.MaxValue), (long)Math.Min(size.UnsignedMax, long.MaxValue))
            : (size.SignedMin, size.SignedMax);
        if (least >= minimum || (most >= minimum && !state.Frame.IsStrict))
            return true;
        var finding = new BelowMinimum(source.Site, PlaceEvaluator.GetName(source.Value), contract.Name, minimum, least, most)
        {
            IsNumber = argument.Value is NumberValue,
        };
        reporter.Report(state, finding, About.Any(argument.Value));
        return false;
    }

    /// <summary>How many bytes there are, or the number; <see langword="null"/> where nothing says it.</summary>
    private static Scalar? GetSize(in Argument source, Value? value) => value switch
    {
        _ when source.Passing != ArgumentPassing.Value => source.Value.Type.Size is >= 0 and var size ? Scalar.Constant(size) : null,
        PointerValue pointer => pointer.Length,
        NumberValue number => number.Range,
        _ => null,
    };
}
