using System;
using System.Linq;

namespace Dynptrs.Fuzz.Checks;

/// <summary>Something that must not happen.</summary>
/// <param name="Kind">What it is: two faults of one kind are one fault.</param>
/// <param name="Detail">What there is to know of it.</param>
internal sealed record Fault(string Kind, string Detail)
{
    /// <summary>An exception: its kind is where in our code it was thrown.</summary>
    public static Fault Of(string what, Exception exception)
    {
        var frames = exception.ToString().Split('\n').Where(line => line.Contains(" at ", StringComparison.Ordinal)).Select(Frame).ToList();
        var ours = frames.FirstOrDefault(frame => frame.StartsWith("Dynptrs.", StringComparison.Ordinal)
            && !frame.StartsWith("Dynptrs.Fuzz", StringComparison.Ordinal));
        return new Fault($"{what}: {exception.GetType().Name} in {ours ?? frames.FirstOrDefault()}", exception.ToString());
    }

    private static string Frame(string line)
    {
        var frame = line.Trim()[3..];
        return frame.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? frame[..end] : frame;
    }
}
