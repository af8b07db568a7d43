using Dynptrs.Kernel;

namespace Dynptrs.Tool.InKernel;

/// <summary>A ring buffer that is kept by a path.</summary>
internal static class PinnedRing
{
    /// <summary>Opens it.</summary>
    /// <exception cref="ToolException">Something else is pinned there.</exception>
    /// <exception cref="BpfLoadException">Nothing is, or it cannot be opened.</exception>
    public static KernelRingBuf Open(string path)
    {
        RunningKernel.Require();
        using var map = KernelMap.FromPinnedPath(path);
        return map.Type == KernelMapType.RingBuf
            ? map.OpenRingBuf()
            : throw new ToolException($"What is pinned to {path} is no ring buffer, but a map of the type {map.Type}.");
    }
}
