namespace Dynptrs.Kernel;

/// <summary>Which packets a netfilter program is given: the kernel's <c>NFPROTO_*</c>.</summary>
public enum NetfilterFamily
{
    /// <summary>Those of IPv4.</summary>
    IPv4 = 2,

    /// <summary>Those of IPv6.</summary>
    IPv6 = 10,
}
