using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Where the verifier takes the variables of a function to lie on the stack.</summary>
public static class StackLayout
{
    /// <summary>
    /// Whether a variable whose address is handed on begins a register there: the kernel keeps what is stored at a multiple of eight, and
    /// of the rest only zeros.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="local">A variable of it.</param>
    public static bool BeginsRegister(Function function, Local local) =>
        FunctionFacts.Of(function).StackFrame.DepthOf(local) is { } depth && depth % StackFrame.RegisterSize == 0;
}
