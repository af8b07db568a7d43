namespace Dynptrs;

/// <summary>What a dynptr variable holds.</summary>
internal enum DynptrState : byte
{
    /// <summary>Never given to a constructor. The kernel has no such state: the verifier refuses every use.</summary>
    Uninitialized,

    /// <summary>Its constructor failed. It must still be released where its kind is.</summary>
    Null,

    /// <summary>It points to memory, whose <see cref="Lifetime"/> may have ended since.</summary>
    Live,

    /// <summary>Released through this very variable.</summary>
    Released,
}
