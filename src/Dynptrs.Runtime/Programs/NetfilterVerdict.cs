namespace Dynptrs;

/// <summary>What a netfilter program may return for a packet, under the kernel's names: <c>NF_*</c>.</summary>
public static class NetfilterVerdict
{
    /// <summary>Drop the packet.</summary>
    public const int NF_DROP = 0;

    /// <summary>Let the packet go on.</summary>
    public const int NF_ACCEPT = 1;
}
