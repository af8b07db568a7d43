namespace Dynptrs.Verifier.Contracts;

/// <summary>What the kernel vouches for of an object that is read out of a field of a trusted one.</summary>
public enum PointerTrust
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is there.</summary>
    Trusted,

    /// <summary>It is there, or null.</summary>
    TrustedOrNull,

    /// <summary>It is there inside of a read section of RCU.</summary>
    Rcu,

    /// <summary>It is there inside of a read section of RCU, or null.</summary>
    RcuOrNull,
}
