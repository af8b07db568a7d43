namespace Dynptrs.Verifier.Domain;

/// <summary>What ended an owner, a view or a handle.</summary>
internal enum LifetimeEnd
{
    /// <summary>The reference was released.</summary>
    Released,

    /// <summary>The owner was overwritten.</summary>
    Overwritten,

    /// <summary>The packet may have changed.</summary>
    PacketChanged,
}
