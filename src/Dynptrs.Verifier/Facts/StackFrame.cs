using System;
using System.Collections.Generic;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>The bytes that a function takes of the stack, as a compiler lays them out, and what takes most of them.</summary>
/// <remarks>
/// What scopes hold that exclude one another lies in the same memory. What need not lie in memory is kept in registers: it costs nothing.
/// </remarks>
internal sealed class StackFrame
{
    /// <summary>The bytes of a register, which the kernel follows as a whole where it is kept on the stack.</summary>
    public const int RegisterSize = 8;

    private readonly Dictionary<Local, int> _depths;

    private StackFrame(int size, StackPart? largest, Dictionary<Local, int> depths) =>
        (Size, Largest, _depths) = (size, largest, depths);

    /// <summary>The bytes of the frame, without those that round it up.</summary>
    public int Size { get; }

    /// <summary>What takes most of it, or <see langword="null"/> for an empty frame.</summary>
    public StackPart? Largest { get; }

    /// <summary>
    /// How far below the end of the frame a variable begins, where it lies there: a compiler lays out its parts in the order in which they
    /// are used first.
    /// </summary>
    public int? DepthOf(Local local) => _depths.TryGetValue(local, out var depth) ? depth : null;

    public static StackFrame Of(Function function)
    {
        var bytes = new Dictionary<LocalScope, (int Sum, StackPart Largest)>();
        var (size, largest) = (0, (StackPart?)null);
        var parts = new StackParts(function).Find();
        foreach (var (part, scope, _) in parts)
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

        return new StackFrame(size + all, largest, FindDepths(parts));
    }

    private static Dictionary<Local, int> FindDepths(List<(StackPart Part, LocalScope? Scope, Local? Variable)> parts)
    {
        var (depths, depth) = (new Dictionary<Local, int>(), 0);
        foreach (var (part, _, variable) in parts)
        {
            // A temporary is a number or a struct, as a rule, and a buffer may hold anything.
            var alignment = variable is { Type: { Size: >= 0 } type } ? Math.Max(type.Alignment, 1)
                : part.Name.Length == 0 && part.Size % RegisterSize != 0 ? 1
                : RegisterSize;
            depth = (depth + part.Size + alignment - 1) / alignment * alignment;
            if (variable is not null)
                depths.Add(variable, depth);
        }

        return depths;
    }

    private static (int Sum, StackPart Largest) Add(int sum, StackPart? largest, StackPart part) =>
        (sum + part.Size, largest is null || part.Size > largest.Size ? part : largest);
}
