namespace Dynptrs.Kernel;

/// <summary>
/// Where programs run. A test that is given one, and opens the object by <c>Skeleton.Open(world)</c>, is written once and holds in both.
/// </summary>
public enum BpfWorld
{
    /// <summary>In this process, as C#.</summary>
    Process,

    /// <summary>In the kernel, as BPF.</summary>
    Kernel,
}
