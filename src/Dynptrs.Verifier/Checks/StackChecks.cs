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
        var chain = Add(above, callee);
        if (above.Bytes <= options.MaxStackBytes && chain.Bytes > options.MaxStackBytes)
            reporter.Report(state, new StackTooDeep(site, callee.Name, chain, options.MaxStackBytes));
    }

    /// <summary>A frame, and those that call it.</summary>
    public StackChain ChainOf(Frame frame) => Add(frame.Parent is { } parent ? ChainOf(parent) : options.StackAbove, frame.Function);

    private StackChain Add(StackChain above, Function function)
    {
        var frame = FunctionFacts.Of(function).StackFrame;
        var bytes = (frame.Size + Rounding - 1) / Rounding * Rounding;
        return frame.Largest is not { } largest || (_hasPrivateStack && bytes >= MinPrivateBytes)
            ? above
            : above.Add(new StackUse(function.Name, bytes, largest));
    }
}
