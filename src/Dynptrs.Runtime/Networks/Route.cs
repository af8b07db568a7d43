using System.Net;

namespace Dynptrs;

/// <summary>A route, as far as programs ask for it.</summary>
/// <param name="Destination">The addresses that it leads to.</param>
/// <param name="InterfaceIndex">The number of the network interface that it leads through.</param>
public sealed record Route(IPNetwork Destination, uint InterfaceIndex)
{
    /// <summary>The number of the table that programs ask when they name none.</summary>
    public const uint MainTable = 254;

    /// <summary>The next hop, also of the other family; <see langword="null"/> where the destination itself is.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>The address to send from.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>What becomes of packets.</summary>
    public RouteKind Kind { get; init; }

    /// <summary>Of routes that are equally narrow, the one with the smallest metric is taken.</summary>
    public uint Metric { get; init; }

    /// <summary>The number of its table.</summary>
    public uint Table { get; init; } = MainTable;
}
