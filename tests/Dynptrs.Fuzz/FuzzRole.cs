namespace Dynptrs.Fuzz;

/// <summary>What a process does.</summary>
internal enum FuzzRole
{
    /// <summary>It starts the others, and says what became of them.</summary>
    Campaign,

    /// <summary>It tries mutants, one after the other, until one brings it down.</summary>
    Worker,

    /// <summary>It tries one text that stands in a file.</summary>
    Trial,
}
