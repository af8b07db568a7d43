namespace Dynptrs.Verifier.Domain;

/// <summary>What ended an owner or a view.</summary>
internal enum LifetimeEnd
{
    /// <summary>It is alive.</summary>
    None,

    /// <summary>The reference was released.</summary>
    Released,

    /// <summary>The owner was overwritten.</summary>
    Overwritten,

    /// <summary>The packet may have changed.</summary>
    PacketChanged,
}
