using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Limits;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks that frames fit on the stack of a program, each alone and with those that call it.</summary>
/// <remarks>
/// Follows <c>check_max_stack_depth_subprog</c>: each frame is rounded up. Where the program type has private stacks, larger frames have
/// memory of their own and do not add up. What is over for a caller already is not said again.
/// </remarks>
internal sealed class StackChecks(Reporter reporter, VerifierOptions options)
{
    private const int Rounding = 16;

    /// <summary>The kernel's <c>BPF_PRIV_STACK_MIN_SIZE</c>.</summary>
    private const int MinPrivateBytes = 64;

    /// <summary>Follows <c>check_max_stack_depth_subprog</c>, which refuses 256 and more.</summary>
    private const int MaxBytesAboveEnd = 255;

    /// <summary>Where nothing is known of the program type, only what is refused for all of them counts.</summary>
    private readonly bool _hasPrivateStack = options.Program is null or { HasPrivateStack: true };

    /// <summary>Checks the innermost frame alone.</summary>
    public void CheckFrame(State state)
    {
        var function = state.Frame.Function;
        if (!state.Frame.IsStrict
            || state.Frame.Facts.StackFrame is not { Largest: { } largest, Size: var size }
            || size <= options.MaxStackBytes)
        {
            return;
        }

        var use = new StackUse(function.Name, size, largest);
        reporter.Report(state, new FrameTooLarge(largest.Site, largest.Name, use, options.MaxStackBytes));
    }

    /// <summary>Checks a frame together with those that are active when it is entered.</summary>
    /// <param name="state">The path, before it is entered.</param>
    /// <param name="site">The call.</param>
    /// <param name="callee">The function that is called.</param>
    public void CheckCall(State state, Site site, Function callee)
    {
        if (!state.Frame.IsStrict || FunctionFacts.Of(callee).StackFrame.Size > options.MaxStackBytes)
            return;
        var above = ChainOf(state.Frame);
        var chain = Add(above, callee, _hasPrivateStack);
        if (above.Bytes <= options.MaxStackBytes && chain.Bytes > options.MaxStackBytes)
            reporter.Report(state, new StackTooDeep(site, callee.Name, chain, options.MaxStackBytes));
    }

    /// <summary>Checks the frames above one that a call may end.</summary>
    /// <remarks>The other program has a stack of its own behind theirs; private stacks are given to no program that goes on with others.</remarks>
    public void CheckEnd(State state, CallInstruction call)
    {
        if (state.Frame is not { IsStrict: true, Parent: { } caller })
            return;
        var above = ChainOf(caller, hasPrivateStack: false);
        if (above.Bytes > MaxBytesAboveEnd)
            reporter.Report(state, new StackAboveEnd(call.Site, call.Target.Name, above, MaxBytesAboveEnd));
    }

    /// <summary>A frame, and those that call it.</summary>
    public StackChain ChainOf(Frame frame) => ChainOf(frame, _hasPrivateStack);

    private StackChain ChainOf(Frame frame, bool hasPrivateStack)
    {
        var above = frame.Parent is { } parent ? ChainOf(parent, hasPrivateStack) : options.StackAbove;
        return Add(above, frame.Function, hasPrivateStack);
    }

    private static StackChain Add(StackChain above, Function function, bool hasPrivateStack)
    {
        var frame = FunctionFacts.Of(function).StackFrame;
        var bytes = (frame.Size + Rounding - 1) / Rounding * Rounding;
        return frame.Largest is not { } largest || (hasPrivateStack && bytes >= MinPrivateBytes)
            ? above
            : above.Add(new StackUse(function.Name, bytes, largest));
    }
}
