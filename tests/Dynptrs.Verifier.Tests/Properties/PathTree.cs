using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The same function without loops, with a copy of each block for each path that leads to it: no two states meet in it.</summary>
internal static class PathTree
{
    public static Function Unroll(Function function)
    {
        var blocks = new List<Block?>();
        Copy(function, 0, blocks);
        return new Function(function.Name, function.Locals, function.ParameterCount, [.. blocks.Select(block => block!)], function.Site)
        {
            Contract = function.Contract,
            IsProgramCode = function.IsProgramCode,
        };
    }

    private static int Copy(Function function, int index, List<Block?> blocks)
    {
        var block = function.Blocks[index];
        var copy = blocks.Count;
        blocks.Add(null);
        var terminator = block.Terminator switch
        {
            GotoTerminator jump => new GotoTerminator(jump.Site, Copy(function, jump.Target, blocks)),
            BranchTerminator branch => new BranchTerminator(
                branch.Site, branch.Condition, Copy(function, branch.WhenTrue, blocks), Copy(function, branch.WhenFalse, blocks)),
            var other => other,
        };
        blocks[copy] = new Block(copy, [.. block.Instructions.Select(Copy)], terminator, []);
        return copy;
    }

    private static Instruction Copy(Instruction instruction) => instruction is CallInstruction { Target: FunctionTarget target } call
        && target.Function.Resolve() is { } callee
            ? new CallInstruction(call.Site, call.Result, new FunctionTarget(new GeneratedFunction(() => Unroll(callee))), call.Arguments)
            : instruction;
}
