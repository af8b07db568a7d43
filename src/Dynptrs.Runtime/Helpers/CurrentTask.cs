using System;
using System.IO;
using System.Text;

namespace Dynptrs;

/// <summary>The task that runs the program.</summary>
public static class CurrentTask
{
    /// <summary>The length of the name of a task in bytes with the zero that ends it, <c>TASK_COMM_LEN</c>.</summary>
    public const int CommandLength = NativeThread.NameLength;

    private static readonly byte[] ProgramName = Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "");

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
    [BpfHelper("bpf_get_current_pid_tgid", Id = 14, Since = "4.2", ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the process id in the upper and the thread id in the lower 32 bits.")]
    public static ulong GetPidTgid() => ((ulong)(uint)Environment.ProcessId << 32) | ThreadId;

    /// <summary>Copies the name of the task.</summary>
    /// <param name="buffer">
    /// Where to, at least one byte. A name that does not fit with the zero that ends it is cut; what is left of the buffer is zeroed.
    /// </param>
    /// <returns>0.</returns>
    /// <exception cref="DynptrException">The buffer is empty.</exception>
    /// <remarks>
    /// Follows <c>bpf_get_current_comm</c>. On Linux the name is that of the thread, which <c>prctl(PR_SET_NAME)</c> sets; elsewhere that
    /// of the program. A thread always is a task, so the kernel's <c>-EINVAL</c> for no task does not occur.
    /// </remarks>
    [BpfHelper(
        "bpf_get_current_comm", Id = 16,
        Since = "4.2",
        ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Copies the name of the current task's command.")]
    public static int GetCommand([MinimumSize(1)] scoped Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            Throw.EmptyBuffer();
        Span<byte> name = stackalloc byte[CommandLength];
        name.Clear();
        if (OperatingSystem.IsLinux())
            NativeThread.GetName(name);
        else
            ProgramName.AsSpan(0, Math.Min(ProgramName.Length, CommandLength - 1)).CopyTo(name);
        var length = Math.Min(name.IndexOf((byte)0), buffer.Length - 1);
        name[..length].CopyTo(buffer);
        buffer[length..].Clear();
        return 0;
    }

    private static uint ThreadId
    {
        get
        {
            if (_threadId == 0)
                _threadId = (uint)(OperatingSystem.IsLinux() ? NativeThread.GetId() : Environment.CurrentManagedThreadId);
            return _threadId;
        }
    }
}
