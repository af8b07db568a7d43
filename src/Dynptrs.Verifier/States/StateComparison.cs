namespace Dynptrs.Verifier.States;

/// <summary>How a state relates to one that was visited at the same point.</summary>
internal enum StateComparison
{
    /// <summary>They differ in what is owned, held, null or dead, or in a number that decides a verdict: they are kept apart.</summary>
    Different,

    /// <summary>They differ in numbers only.</summary>
    Joinable,

    /// <summary>Whatever follows from the state was seen to follow from the visited one.</summary>
    Covered,
}
