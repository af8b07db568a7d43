namespace TcpOptions;

/// <summary>The options of TCP that are told apart.</summary>
public enum OptionKind : byte
{
    /// <summary>No more options.</summary>
    End = 0,

    /// <summary>Fills a byte.</summary>
    NoOperation = 1,

    /// <summary>The most bytes that a segment may carry, two bytes.</summary>
    MaxSegmentSize = 2,

    /// <summary>By how many bits the window is shifted, one byte.</summary>
    WindowScale = 3,

    /// <summary>Selective acknowledgments may be used.</summary>
    SelectiveAcknowledgments = 4,

    /// <summary>The time of the sender, and that which it heard, four bytes each.</summary>
    Timestamps = 8,
}
