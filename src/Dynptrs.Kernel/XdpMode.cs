namespace Dynptrs.Kernel;

/// <summary>Who runs an XDP program: the kernel's <c>XDP_FLAGS_*</c>.</summary>
public enum XdpMode
{
    /// <summary>The driver if it can, else the kernel.</summary>
    Any = 0,

    /// <summary>The kernel, once it has made a socket buffer: every interface can do it.</summary>
    Generic = 2,

    /// <summary>The driver.</summary>
    Driver = 4,

    /// <summary>The network card.</summary>
    Hardware = 8,
}
