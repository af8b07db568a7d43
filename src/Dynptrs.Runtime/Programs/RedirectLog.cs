using System.Collections.Generic;

namespace Dynptrs;

/// <summary>What a running program asked to send, and where to.</summary>
internal sealed class RedirectLog(bool isXdp)
{
    public bool IsXdp => isXdp;

    public List<RedirectTarget> Targets { get; } = [];

    /// <summary>The copies that were sent, before the program ended.</summary>
    public List<ClonedPacket> Clones { get; } = [];

    public void Clear()
    {
        Targets.Clear();
        Clones.Clear();
    }
}
