using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>The variables of numbers whose addresses are given to functions that may write there, or to helpers.</summary>
internal static class GivenAddresses
{
    /// <summary>Those of a function.</summary>
    public static ImmutableArray<GivenAddress> In(Function function) =>
    [
        .. from block in function.Blocks
           from instruction in block.Instructions
           where instruction is CallInstruction
           let call = (CallInstruction)instruction
           from local in Of(call)
           select new GivenAddress(local.Name, call.Target.Name, call.Site),
    ];

    /// <summary>Those that a call is given.</summary>
    public static IEnumerable<Local> Of(CallInstruction call)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            if (call.Target is ContractTarget or FunctionTarget && FindVariable(call.Arguments[i]) is { } local && !IsOnlyRead(call.Target, i))
                yield return local;
        }
    }

    private static Local? FindVariable(in Argument argument) =>
        argument.Passing != ArgumentPassing.Value
        && argument.Value.Kind is OperandKind.Copy or OperandKind.Move
        && argument.Value.Type is ScalarType { Size: < 8 } or StructType { ContainsOwner: false }
        && argument.Value.Place.Local is { IsTemporary: false, Type: ScalarType or StructType } local
            ? local
            : null;

    private static bool IsOnlyRead(CallTarget target, int parameter) =>
        target is FunctionTarget { Function: var reference }
        && reference.Resolve() is { } function
        && !FunctionFacts.Of(function).MayWriteBehind(parameter);
}
