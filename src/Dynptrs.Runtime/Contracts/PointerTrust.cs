namespace Dynptrs;

/// <summary>What the kernel vouches for of an object that a program reads out of a field of another one that is trusted.</summary>
/// <remarks>
/// Follows <c>check_ptr_to_btf_access</c> and its lists of fields (<c>BTF_TYPE_SAFE_TRUSTED</c>, <c>BTF_TYPE_SAFE_RCU</c>). What is read
/// out of an object that is not trusted is not trusted either.
/// </remarks>
public enum PointerTrust
{
    /// <summary>
    /// Nothing: it may be gone. A program may read its fields, which are zero where nothing is there, and give it to nothing that takes
    /// trusted objects.
    /// </summary>
    None,

    /// <summary>It is there as long as the other one is.</summary>
    Trusted,

    /// <summary>It is there as long as the other one is, or null, which must be tested before it is used.</summary>
    TrustedOrNull,

    /// <summary>It is there inside of a read section of RCU; a program that does not sleep is in one all the time.</summary>
    Rcu,

    /// <summary>The same, or null, which must be tested before it is used.</summary>
    RcuOrNull,
}
