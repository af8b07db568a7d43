using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>What Linux knows of the thread that asks.</summary>
internal static partial class NativeThread
{
    /// <summary>The length of a name in bytes with the zero that ends it.</summary>
    public const int NameLength = 16;

    // PR_GET_NAME.
    private const int NameOption = 16;

    /// <summary>Copies the name of the thread, with the zero that ends it.</summary>
    /// <param name="name">Where to: at least <see cref="NameLength"/> bytes.</param>
    public static void GetName(Span<byte> name) => _ = Control(NameOption, ref MemoryMarshal.GetReference(name), 0, 0, 0);

    /// <summary>The id of the thread, in the pid namespace of its process.</summary>
    [LibraryImport("libc", EntryPoint = "gettid")]
    public static partial int GetId();

    /// <summary>The number of the processor that runs the thread.</summary>
    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    [SuppressGCTransition]
    public static partial int GetProcessor();

    /// <summary>The numbers of the processor that runs the thread, and of its memory node.</summary>
    [LibraryImport("libc", EntryPoint = "getcpu")]
    [SuppressGCTransition]
    public static partial int GetProcessorAndNode(out uint processor, out uint node, nint unused);

    /// <summary>The real user id of the process.</summary>
    [LibraryImport("libc", EntryPoint = "getuid")]
    public static partial uint GetUser();

    /// <summary>The real group id of the process.</summary>
    [LibraryImport("libc", EntryPoint = "getgid")]
    public static partial uint GetGroup();

    /// <summary>Sends a signal to the process.</summary>
    /// <returns>0 or a negative errno.</returns>
    public static int SignalProcess(uint signal) => SystemCall.Result(Kill(Environment.ProcessId, signal));

    /// <summary>Sends a signal to the thread that asks.</summary>
    /// <returns>0 or a negative errno.</returns>
    public static int Signal(uint signal) => SystemCall.Result(Kill(Environment.ProcessId, GetId(), signal));

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, uint signal);

    [LibraryImport("libc", EntryPoint = "tgkill", SetLastError = true)]
    private static partial int Kill(int process, int thread, uint signal);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, ref byte first, nuint second, nuint third, nuint fourth);
}
