namespace Dynptrs.Agreement.Generation.Things;

/// <summary>What a dynptr is a view of.</summary>
internal enum ViewKind
{
    /// <summary>A record of a ring buffer.</summary>
    Record,

    /// <summary>The value of a map, or a variable.</summary>
    Local,

    /// <summary>A packet.</summary>
    Packet,
}
