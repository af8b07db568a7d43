using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The descriptor behind a handle, which is not closed as long as this holds it.</summary>
internal readonly ref struct HeldDescriptor
{
    private readonly SafeHandle _handle;

    public HeldDescriptor(SafeHandle handle)
    {
        var isHeld = false;
        handle.DangerousAddRef(ref isHeld);
        _handle = handle;
    }

    public nint Value => _handle.DangerousGetHandle();

    /// <summary>The path of the link to what the descriptor stands for, on Linux.</summary>
    public string Path => $"/proc/self/fd/{Value}";

    public void Dispose() => _handle.DangerousRelease();
}
