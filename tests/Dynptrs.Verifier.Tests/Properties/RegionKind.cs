namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>What a generated program enters, and must leave. Interrupts are entered with an owner instead.</summary>
internal enum RegionKind
{
    /// <summary>The one read section: it nests, and nothing may sleep inside.</summary>
    Section,

    /// <summary>A lock that an object is: nothing may be called inside but what is allowed.</summary>
    Lock,

    /// <summary>A lock of the same type that lies behind a ref.</summary>
    Spot,

    /// <summary>A lock of the program's own that an object is: the kernel knows nothing of it.</summary>
    Guard,
}
