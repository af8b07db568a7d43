using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;

namespace Dynptrs.Verifier.Findings;

/// <summary>The places of calls, as a person is shown them.</summary>
internal static class CallSites
{
    /// <summary>The call in the entry that leads to a frame; <see langword="null"/> for the frame of the entry itself.</summary>
    public static CallSite? Of(Frame frame)
    {
        if (frame.Parent is null)
            return null;
        var function = frame.Function.Name;
        while (frame.Parent is { Parent: not null } parent)
            frame = parent;
        return new CallSite(Of(frame.Call!, frame.Resumption.IsCallback), function);
    }

    /// <summary>The step that makes a frame.</summary>
    public static TraceStep Step(Frame frame) => new(
        frame.Resumption.IsCallback ? TraceStepKind.CalledBack : TraceStepKind.Called,
        Of(frame.Call!, frame.Resumption.IsCallback),
        "",
        frame.Function.Name);

    /// <summary>The place of a call: for a callback, the argument that names it.</summary>
    public static Site Of(CallInstruction call, bool isCallback)
    {
        if (isCallback && call.Target is ContractTarget target)
        {
            for (var i = 0; i < call.Arguments.Length; i++)
            {
                if (target.Contract.Parameters[i].Callback is not null)
                    return call.Arguments[i].Site;
            }
        }

        return call.Site;
    }
}
