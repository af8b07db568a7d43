namespace Dynptrs.Testing.Judging;

/// <summary>Whether a program is accepted.</summary>
internal enum Answer
{
    /// <summary>It was never judged.</summary>
    None,

    /// <summary>It is.</summary>
    Accepts,

    /// <summary>It is not.</summary>
    Refuses,
}
