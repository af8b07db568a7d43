namespace Dynptrs.Verifier.IR;

/// <summary>An instruction in three-address form.</summary>
/// <param name="site">The source that it was made from.</param>
public abstract class Instruction(Site site)
{
    /// <summary>The source that it was made from.</summary>
    public Site Site { get; } = site;
}
