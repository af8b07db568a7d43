namespace Dynptrs.Analyzers.Configuration;

/// <summary>How much of host code is verified: <c>dynptr.host_code</c>.</summary>
internal enum HostCode
{
    /// <summary>All that can be wrong in it.</summary>
    All,

    /// <summary>What is acquired, released, gone or null; not where an access lies.</summary>
    Lifetime,

    /// <summary>Nothing: only programs are verified, and all that they reach.</summary>
    Off,
}
