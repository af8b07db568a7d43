namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What the generator remembers of a view.</summary>
/// <param name="Owner">The owner whose memory it is, or -1 for a record, which has none.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsTagged">Whether it carries the kind of its owner.</param>
/// <param name="IsTested">Whether it is known not to be null.</param>
internal sealed record ViewMemory(int Owner, long Size, bool IsTagged, bool IsTested);
