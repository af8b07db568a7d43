using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Tells which instructions may throw without saying so.</summary>
internal static class ImplicitExceptions
{
    /// <summary>How deep functions are looked into for what may throw.</summary>
    private const int MaxDepth = 4;

    /// <summary>Whether an instruction may throw: it runs code that is not known, or that may throw itself. A release does not.</summary>
    public static bool Of(Instruction instruction) => Of(instruction, MaxDepth);

    private static bool Of(Instruction instruction, int depth) => instruction switch
    {
        CallInstruction { Target: ContractTarget { Contract: var contract } } => !contract.Releases,
        CallInstruction { Target: FunctionTarget { Function: var function } } =>
            depth == 0 || function.Resolve() is not { } body || Of(body, depth - 1),
        CallInstruction => true,
        OpaqueInstruction opaque => opaque.MayThrow
            || opaque.Reason is OpaqueReason.Library or OpaqueReason.Synthesized or OpaqueReason.Dispatch or OpaqueReason.Dynamic or OpaqueReason.Suspension,
        _ => false,
    };

    private static bool Of(Function function, int depth)
    {
        foreach (var block in function.Blocks)
        {
            if (block.Terminator is ThrowTerminator { IsImplicit: false })
                return true;
            foreach (var instruction in block.Instructions)
            {
                if (Of(instruction, depth))
                    return true;
            }
        }

        return false;
    }
}
