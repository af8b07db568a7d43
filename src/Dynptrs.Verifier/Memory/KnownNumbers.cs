using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Memory;

/// <summary>Numbers in memory that are known before a program runs.</summary>
/// <remarks>Follows <c>check_mem_access</c>, which reads a frozen map as <c>bpf_map_direct_read</c> does.</remarks>
/// <param name="loading">As what variables are read that host code sets before a program is loaded.</param>
internal sealed class KnownNumbers(Loading loading)
{
    /// <summary>The number that lies behind a pointer to a variable or constant, or <see langword="null"/> where it is not known.</summary>
    public NumberValue? Read(State state, PointerValue pointer, in Scalar offset, IrType type)
    {
        switch (pointer.Variable)
        {
            case GlobalVariable { LoadTime: not null } variable:
                return IsLoaded(state, pointer, offset, variable, type) ? loading.Read(state, variable) : null;
            case ConstantData data when type is ScalarType scalar:
                var at = ScalarArithmetic.Apply(BinaryOperator.Add, pointer.Offset, offset, ScalarType.I64);
                return at.IsConstant && data.Read(at.SignedMin, scalar) is { } number ? NumberValue.Constant(number) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether all of a variable is read, by a program that was loaded after it was set.</summary>
    private static bool IsLoaded(State state, PointerValue pointer, in Scalar offset, GlobalVariable variable, IrType type) =>
        state.Frame.IsStrict
        && type == variable.Type
        && offset == Scalar.Zero
        && pointer is { IsUnmoved: true, IsReadOnly: true };
}
