using System;
using System.Runtime.InteropServices;

namespace Dynptrs;

/// <summary>The task that runs the program.</summary>
public static partial class CurrentTask
{
    [ThreadStatic]
    private static uint _threadId;

    /// <summary>
    /// The process id in the upper 32 bits (the kernel's <c>tgid</c>) and the thread id in the lower (the kernel's <c>pid</c>).
    /// </summary>
    /// <returns>Both ids.</returns>
    /// <remarks>
    /// The numbers are those of the process's own pid namespace. Outside Linux the lower half is the managed thread id, which
    /// tells threads apart but means nothing to the operating system.
    /// </remarks>
    [BpfHelper("bpf_get_current_pid_tgid", Since = "4.2", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the process id in the upper and the thread id in the lower 32 bits.")]
    public static ulong GetPidTgid() => ((ulong)(uint)Environment.ProcessId << 32) | ThreadId;

    private static uint ThreadId
    {
        get
        {
            if (_threadId == 0)
                _threadId = (uint)(OperatingSystem.IsLinux() ? GetThreadId() : Environment.CurrentManagedThreadId);
            return _threadId;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int GetThreadId();
}
