using System;
using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>The calls by contract in a function and in all that is followed from it, whether a path gets there or not.</summary>
internal static class ReachableCalls
{
    /// <summary>Whether one of them is of some kind.</summary>
    public static bool Any(Function function, Func<ContractTarget, bool> isOfKind) => new Finder(isOfKind).Find(function);

    private sealed class Finder(Func<ContractTarget, bool> isOfKind)
    {
        private readonly HashSet<FunctionReference> _seen = [];

        public bool Find(Function function)
        {
            foreach (var block in function.Blocks)
            {
                foreach (var instruction in block.Instructions)
                {
                    if (Find(instruction))
                        return true;
                }
            }

            return false;
        }

        private bool Find(Instruction instruction) => instruction switch
        {
            CallInstruction { Target: ContractTarget target } => isOfKind(target) || Find(target.Body),
            CallInstruction { Target: FunctionTarget { Function: var callee } } => Find(callee),
            FunctionValueInstruction { Function: { ByContract: { } target } } => isOfKind(target) || Find(target.Body),
            FunctionValueInstruction { Function: var callback } => Find(callback),
            _ => false,
        };

        private bool Find(FunctionReference? reference) =>
            reference is not null && _seen.Add(reference) && reference.Resolve() is { } function && Find(function);
    }
}
