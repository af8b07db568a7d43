namespace Dynptrs.Verifier.States;

/// <summary>Which numbers keep states apart.</summary>
internal enum Precision
{
    /// <summary>None: numbers are joined, and widened in loops.</summary>
    Joined,

    /// <summary>Those that decide a verdict.</summary>
    Exact,

    /// <summary>Those that decide when a loop ends.</summary>
    Loops,
}
