using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>What the <c>bpf</c> system call gives of the objects of the running kernel.</summary>
/// <remarks>
/// What fails is <see langword="null"/> or <see langword="false"/>; <see cref="Marshal.GetLastPInvokeError"/> has the reason.
/// </remarks>
internal static unsafe partial class BpfSystem
{
    private const int ObjectGet = 7;
    private const int ObjectGetInfo = 15;

    /// <summary>Copies the descriptor of an object.</summary>
    public static SafeFileHandle? TryDuplicate(int fileDescriptor) => Own(Duplicate(fileDescriptor));

    /// <summary>Opens what is pinned to a path.</summary>
    public static SafeFileHandle? TryOpen(string path)
    {
        var name = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            var attributes = stackalloc ulong[2] { (ulong)name, 0 };
            return Own(Call(ObjectGet, attributes, 2 * sizeof(ulong)));
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    /// <summary>Asks what an object is.</summary>
    public static bool TryGetInfo(SafeFileHandle file, out BpfMapInfo info)
    {
        info = default;
        var attributes = stackalloc ulong[2];
        using var held = new HeldDescriptor(file);
        fixed (BpfMapInfo* start = &info)
        {
            attributes[0] = (uint)held.Value | ((ulong)sizeof(BpfMapInfo) << 32);
            attributes[1] = (ulong)start;
            return Call(ObjectGetInfo, attributes, 2 * sizeof(ulong)) >= 0;
        }
    }

    private static SafeFileHandle? Own(int descriptor) => descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);

    private static int Call(int command, void* attributes, int size) =>
        (int)SystemCall.Invoke(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 321 : 280, command, (nint)attributes, size);

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int file);
}
