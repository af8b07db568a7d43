namespace Dynptrs.Generators.Objects;

/// <summary>Where a C compiler puts a global variable; the names of the members are those in the skeleton.</summary>
internal enum DataSection
{
    /// <summary>Variables with a value of their own to start with.</summary>
    Data,

    /// <summary>Variables that start as zeroes.</summary>
    Bss,

    /// <summary>Variables that only user space sets, before the object is loaded.</summary>
    Rodata,
}
