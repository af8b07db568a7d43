using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dynptrs;

/// <summary>A task: a thread of this process or of another.</summary>
/// <remarks>
/// Follows <c>struct task_struct</c>. Where the operating system can (Linux 5.3, for threads that do not lead their process Linux 6.9), a
/// task that was found by its id stays the same task: once it has ended, another that is given its id is not taken for it.
/// </remarks>
[KernelObject("struct task_struct", IsRcuProtected = true)]
public sealed partial class KernelTask
{
    [ThreadStatic]
    private static KernelTask? _current;

    // Holds on to the task, so that its id can be told from the same id of another; nothing for a thread of this process.
    private readonly SafeFileHandle? _handle;
    private readonly bool _isOwn;

    // Does not move, so that its address can be given to programs.
    private readonly int[]? _image;

    private KernelTask(ulong pidTgid)
    {
        Id = (int)(uint)pidTgid;
        _isOwn = true;
        _image = GC.AllocateUninitializedArray<int>(2, pinned: true);
        _image[0] = Id;
        _image[1] = (int)(pidTgid >> 32);
    }

    private KernelTask(int id, SafeFileHandle? handle)
    {
        Id = id;
        _handle = handle;
    }

    /// <summary>The task that runs: the current thread.</summary>
    [BpfHelper("bpf_get_current_task_btf", Id = 158, Since = "5.11", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the task that runs.")]
    public static KernelTask Current => _current ??= new KernelTask(CurrentTask.GetPidTgid());

    /// <summary>
    /// The address of the task that runs, to be read with <see cref="ProbeMemory"/> or <see cref="Dynptr.ProbeReadKernel"/> as long as the
    /// thread runs. There lie, as <see langword="int"/>, its <c>pid</c> and its <c>tgid</c>, and nothing else of what
    /// <c>struct task_struct</c> has.
    /// </summary>
    [BpfHelper("bpf_get_current_task", Id = 35, Since = "4.8", GplOnly = true, ExceptProgramTypes = ["LIRC_MODE2"],
        Summary = "Gives the address of the task that runs, as a number.")]
    public static ulong CurrentAddress => (ulong)(nuint)Marshal.UnsafeAddrOfPinnedArrayElement(Current._image!, 0);

    /// <summary>The id of the thread, the kernel's <c>pid</c>, as this process sees it.</summary>
    public int Id { get; }

    /// <summary>Finds a task.</summary>
    /// <param name="id">The id of a process, for its first thread, or of any thread, as this process sees it.</param>
    /// <returns>The task. On any system but Linux nothing is asked of the operating system.</returns>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public static KernelTask FromId(int id)
    {
        if (id <= 0)
            throw new ArgumentOutOfRangeException(nameof(id), id, "The id of a task is positive.");
        if (!OperatingSystem.IsLinux())
            return new KernelTask(id, null);
        return new KernelTask(id, TaskHandle.TryOpen(id, out var isThere) ?? (isThere
            ? null
            : throw new ArgumentException($"There is no task with the id {id}. Find one while it runs.", nameof(id))));
    }

    /// <summary>Takes a reference to the executable of the task, which must be put back.</summary>
    /// <returns>
    /// The file; <see langword="null"/> for a thread of the kernel, a task that has ended, and one whose executable the operating system
    /// does not let this process read; on any system but Linux, for any task of another process.
    /// </returns>
    [Trusted]
    [BpfHelper("bpf_get_task_exe_file", Since = "6.12", GplOnly = true, LinuxOnly = true, ProgramTypes = ["LSM"],
        Summary = "Takes a reference to the executable of a task, or answers null.")]
    [return: Acquires("struct file"), MayBeNull]
    public KernelFile? GetExecutable()
    {
        if (_isOwn)
            return KernelFile.TryAcquire(OperatingSystem.IsLinux() ? "/proc/self/exe" : Environment.ProcessPath);
        var file = OperatingSystem.IsLinux() ? KernelFile.TryAcquire($"/proc/{Id}/exe") : null;
        if (file is null || IsStillThere)
            return file;
        file.Put();
        return null;
    }

    /// <summary>Copies bytes out of the memory of the task.</summary>
    /// <returns>0, or a negative errno.</returns>
    internal int ReadMemory(nuint address, scoped Span<byte> destination, out int done)
    {
        if (_isOwn)
            return ProcessMemory.Read(Environment.ProcessId, address, destination, out done);
        var error = ProcessMemory.Read(Id, address, destination, out done);

        return error == 0 && !IsStillThere ? -Errno.EFAULT : error;
    }

    // To be asked after the id was used: a task that is there now had its id all the time.
    private bool IsStillThere => _handle is null || TaskHandle.IsThere(_handle);
}
