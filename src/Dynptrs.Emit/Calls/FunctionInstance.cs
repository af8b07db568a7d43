using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>
/// A function of an object: one of the program's for each choice of the functions that it is given as delegates, since C has no delegates
/// that the kernel would follow.
/// </summary>
internal sealed class FunctionInstance(FunctionReference reference, Function body, ImmutableArray<FunctionInstance?> given)
{
    /// <summary>What it was lowered from.</summary>
    public FunctionReference Reference { get; } = reference;

    /// <summary>Its body.</summary>
    public Function Body { get; } = body;

    /// <summary>The functions that it is given, by parameter.</summary>
    public ImmutableArray<FunctionInstance?> Given { get; } = given;

    /// <summary>The blocks that control reaches without an exception, the entry first.</summary>
    public ImmutableArray<Block> Blocks { get; } = Reached(body);

    /// <summary>The functions that its variables hold.</summary>
    public Dictionary<Local, FunctionInstance> Delegates { get; } = [];

    /// <summary>Its name in C.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is a helper by, or <see langword="null"/> for a function of the object.</summary>
    public MethodContract? Helper => Reference.ByContract is { Contract: { Requirements: not null } contract } ? contract : null;

    /// <summary>Whether a helper calls it.</summary>
    public bool IsCallback { get; set; }

    /// <summary>The type of what it returns, or <see langword="null"/> for nothing.</summary>
    public IrType? Result { get; } = Reached(body)
        .Select(block => (block.Terminator as ReturnTerminator)?.Value)
        .Where(value => value is not null)
        .OrderBy(value => value!.Value.Kind == OperandKind.Null)
        .FirstOrDefault()?.Type;

    private static ImmutableArray<Block> Reached(Function body)
    {
        var seen = new HashSet<int>();
        var pending = new Stack<int>([0]);
        while (pending.TryPop(out var index))
        {
            if (!seen.Add(index))
                continue;
            switch (body.Blocks[index].Terminator)
            {
                case GotoTerminator jump:
                    pending.Push(jump.Target);
                    break;
                case BranchTerminator branch:
                    pending.Push(branch.WhenTrue);
                    pending.Push(branch.WhenFalse);
                    break;
            }
        }

        return [.. body.Blocks.Where(block => seen.Contains(block.Index))];
    }
}
