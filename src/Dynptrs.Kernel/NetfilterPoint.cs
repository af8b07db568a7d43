namespace Dynptrs.Kernel;

/// <summary>Where on its way a netfilter program is given a packet: the kernel's <c>NF_INET_*</c>.</summary>
public enum NetfilterPoint
{
    /// <summary>As it comes in, before its way is known.</summary>
    PreRouting,

    /// <summary>When it is for this machine.</summary>
    LocalIn,

    /// <summary>When it is for another.</summary>
    Forward,

    /// <summary>When this machine sends it.</summary>
    LocalOut,

    /// <summary>As it goes out.</summary>
    PostRouting,
}
