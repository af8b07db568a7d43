namespace Dynptrs.Kernel.Interop;

/// <summary>The context of programs with a socket buffer as user space sees it: <c>struct __sk_buff</c>.</summary>
internal static class SkBuffContext
{
    /// <summary>Its size.</summary>
    public const int Size = 192;

    /// <summary>Where it says how much of the packet is linear.</summary>
    public const int DataEnd = 80;
}
