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

    /// <summary>The group id in the upper 32 bits and the user id in the lower, both real ids.</summary>
    /// <returns>Both ids; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    /// <remarks>
    /// Follows <c>bpf_get_current_uid_gid</c>, which gives the ids of the initial user namespace; here they are those of the namespace of
    /// the process.
    /// </remarks>
    [BpfHelper("bpf_get_current_uid_gid", Id = 15, Since = "4.2", ExceptProgramTypes = ["LIRC_MODE2"], LinuxOnly = true,
        Summary = "Gives the group id in the upper and the user id in the lower 32 bits.")]
    public static ulong GetUidGid() =>
        OperatingSystem.IsLinux() ? ((ulong)NativeThread.GetGroup() << 32) | NativeThread.GetUser() : unchecked((ulong)-Errno.EOPNOTSUPP);

    /// <summary>The id of the task's control group, in the hierarchy of version 2.</summary>
    /// <returns>The id; 0 where there is no such hierarchy, as on any system but Linux.</returns>
    /// <remarks>
    /// Follows <c>bpf_get_current_cgroup_id</c>. The id is the number of the group's directory, as <c>stat</c> shows it. What the kernel
    /// knows of each task is read from <c>/proc</c> here, at every call.
    /// </remarks>
    [BpfHelper("bpf_get_current_cgroup_id", Id = 80, Since = "4.18", ExceptProgramTypes = ["LIRC_MODE2"], LinuxOnly = true,
        Summary = "Gives the id of the current task's control group.")]
    public static ulong GetCgroupId() => ControlGroups.GetIdOfCurrent(level: -1);

    /// <summary>The id of one of the control groups above the task's, in the hierarchy of version 2.</summary>
    /// <param name="ancestorLevel">How far below the root: 0 is the root, 1 a child of it.</param>
    /// <returns>The id; 0 where the task's group does not lie so deep, or there is no such hierarchy, as on any system but Linux.</returns>
    /// <remarks>
    /// Follows <c>bpf_get_current_ancestor_cgroup_id</c>. Levels count from the root of the namespace of the process.
    /// </remarks>
    [BpfHelper("bpf_get_current_ancestor_cgroup_id", Id = 123, Since = "5.6", ExceptProgramTypes = ["LIRC_MODE2"], LinuxOnly = true,
        Summary = "Gives the id of a control group above the current task's.")]
    public static ulong GetAncestorCgroupId(int ancestorLevel) => ancestorLevel < 0 ? 0 : ControlGroups.GetIdOfCurrent(ancestorLevel);

    /// <summary>Sends a signal to the process of the task.</summary>
    /// <param name="signal">The number of the signal.</param>
    /// <returns>0; <c>-EINVAL</c> for a number that is no signal; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    /// <remarks>
    /// Follows <c>bpf_send_signal</c>. Any thread of the process may get it. The process is a process of user space and not the first one,
    /// so the kernel's <c>-EPERM</c> does not occur.
    /// </remarks>
    [BpfHelper("bpf_send_signal", Id = 109, Since = "5.3", ExceptProgramTypes = ["LIRC_MODE2"], LinuxOnly = true,
        Summary = "Sends a signal to the current task's process.")]
    public static int SendSignal(uint signal) => OperatingSystem.IsLinux() ? NativeThread.SignalProcess(signal) : -Errno.EOPNOTSUPP;

    /// <summary>Sends a signal to the task, which is one thread.</summary>
    /// <param name="signal">The number of the signal.</param>
    /// <returns>0; <c>-EINVAL</c> for a number that is no signal; <c>-EOPNOTSUPP</c> on any system but Linux.</returns>
    /// <remarks>Follows <c>bpf_send_signal_thread</c>.</remarks>
    [BpfHelper("bpf_send_signal_thread", Id = 117, Since = "5.5", ExceptProgramTypes = ["LIRC_MODE2"], LinuxOnly = true,
        Summary = "Sends a signal to the current task.")]
    public static int SendSignalToThread(uint signal) => OperatingSystem.IsLinux() ? NativeThread.Signal(signal) : -Errno.EOPNOTSUPP;

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
