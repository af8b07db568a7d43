using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.States;

namespace Dynptrs.Verifier.Paths.Loops;

/// <summary>
/// A number that decides when a loop ends, and whose address a call in the loop is given: the kernel does not know it after that.
/// </summary>
internal static class GivenCounter
{
    /// <summary>The names of the number and of what is called, or <see langword="null"/> where there is none.</summary>
    public static (string Counter, string Callee)? Find(PointStates head)
    {
        var function = head.Frame.Function;
        var isInside = head.Frame.Facts.GetLoopBlocks(head.Resumption.Block);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (!isInside[block.Index] || instruction is not CallInstruction call)
                    continue;
                foreach (var local in GivenAddresses.Of(call))
                {
                    if (local.Type is ScalarType && head.Frame.Facts.LoopControl.Contains(local.FirstCell))
                        return (local.Name, call.Target.Name);
                }
            }
        }

        return null;
    }
}
