using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Suggestions;

/// <summary>Tells what is done again and again.</summary>
internal static class Repetition
{
    /// <summary>Whether a call stands in a loop or a callback, or in a function that is called from one.</summary>
    public static bool IsRepeated(Frame frame, CallInstruction call)
    {
        for (var caller = frame; caller is not null; caller = caller.Parent)
        {
            if (caller.Facts.IsInLoop(call) || caller.Resumption.IsCallback)
                return true;
            if (caller.Call is { } next)
                call = next;
        }

        return false;
    }
}
