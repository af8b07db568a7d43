namespace Dynptrs.Verifier.IR;

/// <summary>How control leaves a block.</summary>
/// <param name="site">The source that it was made from.</param>
public abstract class Terminator(Site site)
{
    /// <summary>The source that it was made from.</summary>
    public Site Site { get; } = site;
}
