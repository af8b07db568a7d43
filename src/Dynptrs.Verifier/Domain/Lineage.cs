using System.Collections.Generic;

namespace Dynptrs.Verifier.Domain;

/// <summary>
/// What a number was made of, as far back as the rounds of a loop that an iterator ends, and whether the kernel must know it exactly.
/// </summary>
/// <remarks>Follows <c>mark_chain_precision</c>. Only where such a loop is followed round by round do numbers have one.</remarks>
internal sealed class Lineage(Lineage? first, Lineage? second)
{
    /// <summary>Whether something was decided by the number, or by what was made of it: a branch, where an access goes, or a size.</summary>
    public bool IsPrecise { get; private set; }

    /// <summary>The lineage of what was made of two numbers.</summary>
    public static Lineage? Of(Lineage? first, Lineage? second) =>
        first is null ? second : second is null || first == second ? first : new Lineage(first, second);

    /// <summary>Lets the number be one that the kernel must know, and with it all that it was made of.</summary>
    public void MarkPrecise()
    {
        if (IsPrecise)
            return;
        var rest = new Stack<Lineage>();
        for (var next = this; next is not null; next = rest.Count > 0 ? rest.Pop() : null)
        {
            while (next is { IsPrecise: false })
            {
                next.IsPrecise = true;
                if (next.Second is { } other)
                    rest.Push(other);
                next = next.First;
            }
        }
    }

    private Lineage? First { get; } = first;

    private Lineage? Second { get; } = second;
}
