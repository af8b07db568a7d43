using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>The bytes that a function takes of the stack, as a compiler lays them out, and what takes most of them.</summary>
/// <remarks>
/// What scopes hold that exclude one another lies in the same memory. What need not lie in memory is kept in registers: it costs nothing.
/// </remarks>
internal sealed class StackFrame
{
    private const int RegisterSize = 8;

    private StackFrame(int size, StackPart? largest, int loosePartCount) =>
        (Size, Largest, LoosePartCount) = (size, largest, loosePartCount);

    /// <summary>The bytes of the frame, without those that round it up.</summary>
    public int Size { get; }

    /// <summary>What takes most of it, or <see langword="null"/> for an empty frame.</summary>
    public StackPart? Largest { get; }

    /// <summary>How many parts fill no whole registers, so that where the others of them lie hangs on their order.</summary>
    public int LoosePartCount { get; }

    public static StackFrame Of(Function function)
    {
        var bytes = new Dictionary<LocalScope, (int Sum, StackPart Largest)>();
        var (size, largest) = (0, (StackPart?)null);
        var parts = new StackParts(function).Find();
        foreach (var (part, scope) in parts)
        {
            if (scope is null)
                (size, largest) = Add(size, largest, part);
            else
                bytes[scope] = bytes.TryGetValue(scope, out var known) ? Add(known.Sum, known.Largest, part) : (part.Size, part);
        }

        var (innermost, all) = ((LocalScope?)null, 0);
        foreach (var scope in bytes.Keys)
        {
            var sum = 0;
            for (var outer = scope; outer is not null; outer = outer.Outer)
                sum += bytes.TryGetValue(outer, out var own) ? own.Sum : 0;
            if (sum > all)
                (innermost, all) = (scope, sum);
        }

        for (; innermost is not null; innermost = innermost.Outer)
        {
            if (bytes.TryGetValue(innermost, out var own) && own.Largest.Size > (largest?.Size ?? 0))
                largest = own.Largest;
        }

        return new StackFrame(size + all, largest, parts.Count(part => part.Part.Size % RegisterSize != 0));
    }

    private static (int Sum, StackPart Largest) Add(int sum, StackPart? largest, StackPart part) =>
        (sum + part.Size, largest is null || part.Size > largest.Size ? part : largest);
}
