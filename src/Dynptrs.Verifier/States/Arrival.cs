namespace Dynptrs.Verifier.States;

/// <summary>What becomes of a state that arrives at a point.</summary>
internal enum Arrival
{
    /// <summary>It is to be followed.</summary>
    New,

    /// <summary>It was joined with one that was there, which is to be followed again.</summary>
    Joined,

    /// <summary>One that was there stands for it.</summary>
    Covered,

    /// <summary>It is what the path began a round of a loop with.</summary>
    Repeated,
}
