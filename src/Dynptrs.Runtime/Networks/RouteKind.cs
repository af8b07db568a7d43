namespace Dynptrs;

/// <summary>What becomes of packets that take a route.</summary>
public enum RouteKind
{
    /// <summary>They are forwarded.</summary>
    Unicast,

    /// <summary>They are for this machine.</summary>
    Local,

    /// <summary>They are dropped.</summary>
    Blackhole,

    /// <summary>They are dropped, and the sender is told that the destination is unreachable.</summary>
    Unreachable,

    /// <summary>They are dropped, and the sender is told that the destination is prohibited.</summary>
    Prohibit,
}
