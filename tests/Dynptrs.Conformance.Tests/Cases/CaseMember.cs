using System;

namespace Dynptrs.Conformance.Tests.Cases;

/// <summary>
/// A member of the corpus that belongs to a case: the program <c>case</c>, its callback <c>case__callback</c>, its neighbour
/// <c>case__mended</c>.
/// </summary>
/// <param name="Case">The case.</param>
/// <param name="Part">What follows the name of the case; empty for the program itself.</param>
internal readonly record struct CaseMember(CaseKey Case, string Part)
{
    private const string Separator = "__";

    /// <summary>The accepted neighbour of a rejected program.</summary>
    public const string Mended = Separator + "mended";

    /// <summary>A rejected neighbour of an accepted program.</summary>
    public const string Broken = Separator + "broken";

    /// <summary>Whether the member is, or belongs to, a program that varies the case.</summary>
    public bool IsNeighbour => Part.StartsWith(Mended, StringComparison.Ordinal) || Part.StartsWith(Broken, StringComparison.Ordinal);

    /// <summary>The case that a member of a suite belongs to, or <see langword="null"/> when the suite has no such case.</summary>
    public static CaseMember? Parse(string suite, string name)
    {
        var end = name.IndexOf(Separator, StringComparison.Ordinal);
        var key = new CaseKey(suite, end < 0 ? name : name[..end]);
        return CaseTable.ByKey.ContainsKey(key) ? new CaseMember(key, end < 0 ? "" : name[end..]) : null;
    }
}
