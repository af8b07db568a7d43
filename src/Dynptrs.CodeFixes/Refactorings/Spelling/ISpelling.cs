using System.Collections.Generic;

namespace Dynptrs.CodeFixes.Refactorings.Spelling;

/// <summary>One of the two ways to call a helper.</summary>
internal interface ISpelling
{
    /// <summary>Whose spelling it is.</summary>
    public string Owner { get; }

    /// <summary>How a call reads in this spelling, the shortest first; nothing where it is written so, or has no such form.</summary>
    public IEnumerable<Respelling> Find(HelperCall call);
}
