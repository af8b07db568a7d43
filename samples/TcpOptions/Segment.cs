namespace TcpOptions;

/// <summary>What was found in a frame.</summary>
/// <param name="Error">The errno of what is not run, such as a frame without an Ethernet header, or 0.</param>
/// <param name="Options">How many options there are, or <see cref="Segments.Malformed"/>.</param>
/// <param name="Offer">What they say.</param>
public sealed record Segment(int Error, int Options, Offer Offer);
