using System.Collections.Generic;

namespace Dynptrs;

/// <summary>The targets that a running program asked for.</summary>
internal sealed class RedirectLog(bool isXdp)
{
    public bool IsXdp => isXdp;

    public List<RedirectTarget> Targets { get; } = [];
}
