namespace Dynptrs.Tool.InKernel;

/// <summary>What says where a program is attached.</summary>
internal enum PlaceKind
{
    /// <summary>Its section.</summary>
    Section,

    /// <summary>A network device.</summary>
    Device,

    /// <summary>A control group.</summary>
    Group,

    /// <summary>A hook of netfilter.</summary>
    Hook,
}
