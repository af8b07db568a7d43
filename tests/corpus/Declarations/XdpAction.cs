namespace Corpus;

/// <summary>What a program answers about a packet: <c>enum xdp_action</c>.</summary>
internal static class XdpAction
{
    public const int XDP_DROP = 1;
    public const int XDP_PASS = 2;
}
