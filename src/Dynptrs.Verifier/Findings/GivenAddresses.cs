using System.Collections.Immutable;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Findings;

/// <summary>The variables of a function whose addresses it gives to others that may write there, or to helpers.</summary>
internal static class GivenAddresses
{
    public static ImmutableArray<GivenAddress> In(Function function)
    {
        var given = ImmutableArray.CreateBuilder<GivenAddress>();
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction is not CallInstruction { Target: ContractTarget or FunctionTarget } call)
                    continue;
                for (var i = 0; i < call.Arguments.Length; i++)
                {
                    if (IsGiven(call.Arguments[i], out var local) && !IsOnlyRead(call.Target, i))
                        given.Add(new GivenAddress(local.Name, call.Target.Name, call.Site));
                }
            }
        }

        return given.ToImmutable();
    }

    private static bool IsGiven(in Argument argument, out Local local)
    {
        local = argument.Value.Kind is OperandKind.Copy or OperandKind.Move ? argument.Value.Place.Local : null!;
        return argument.Passing != ArgumentPassing.Value
            && local is { IsTemporary: false, Type: ScalarType or StructType }
            && argument.Value.Type is ScalarType or StructType { ContainsOwner: false };
    }

    private static bool IsOnlyRead(CallTarget target, int parameter) =>
        target is FunctionTarget { Function: var reference }
        && reference.Resolve() is { } function
        && !FunctionFacts.Of(function).MayWriteBehind(parameter);
}
