using Dynptrs;

namespace WhoStartsWhat;

/// <summary>Tells of each program that is started: which, with which arguments, and who did it.</summary>
[BpfObject(License = "GPL")]
public static partial class Starts
{
    /// <summary>A <see cref="StartHeader"/>, and behind it texts that each end in a zero: the path, and the arguments.</summary>
    public static readonly RingBuf Events = new(maxEntries: 256 * 1024);

    /// <summary>Where the path lies in what the kernel knows of a program that is started, <c>linux_binprm</c>.</summary>
    [LoadTimeConstant(0, 65535)]
    public static int PathOffset = 0;

    /// <summary>Where the address of its stack lies there.</summary>
    [LoadTimeConstant(0, 65535)]
    public static int StackOffset = 0;

    /// <summary>Where the number lies in a task, <c>task_struct</c>.</summary>
    [LoadTimeConstant(0, 65535)]
    public static int ThreadIdOffset = 0;

    private const int MaxArguments = 32;

    private static readonly LruHashMap<int, Starter> Starters = new(maxEntries: 8192);
    private static readonly PerCpuArrayMap<Texts> Room = new(maxEntries: 1);

    /// <summary>Its arguments are the task, and its child.</summary>
    [BpfProgram("raw_tp/sched_process_fork")]
    public static int OnFork(TracepointContext ctx)
    {
        if (ProbeMemory.ReadKernel<int>(out var child, (nuint)ctx[1] + (nuint)ThreadIdOffset) != 0)
            return 0;
        var starter = default(Starter);
        starter.ProcessId = (int)(CurrentTask.GetPidTgid() >> 32);
        CurrentTask.GetCommand(starter.Command);
        return Starters.Update(child, starter);
    }

    /// <summary>Its arguments are the task, the number that it had, and what the kernel knows of the program.</summary>
    [BpfProgram("raw_tp/sched_process_exec")]
    public static int OnExec(TracepointContext ctx)
    {
        var room = Room.Lookup(0u);
        if (!room)
            return 0;
        var binary = (nuint)ctx[2];
        if (Dynptr.FromMemory(room.Bytes, out var texts) != 0
            || ProbeMemory.ReadKernel<nuint>(out var path, binary + (nuint)PathOffset) != 0
            || ProbeMemory.ReadKernel<nuint>(out var stack, binary + (nuint)StackOffset) != 0)
            return 0;

        var length = texts.ProbeReadKernelString(0, Texts.Size, path);
        if (length < 0)
            return 0;
        var header = default(StartHeader);
        header.ProcessId = (int)(CurrentTask.GetPidTgid() >> 32);

        // A program begins with the number of its arguments on the stack, and behind it their addresses.
        for (var i = 1; i <= MaxArguments; i++)
        {
            if (ProbeMemory.ReadUser<nuint>(out var argument, stack + (nuint)(8 * i)) != 0 || argument == 0)
                break;
            var read = texts.ProbeReadUserString((ulong)length, (ulong)(Texts.Size - length), argument);
            if (read <= 0)
                break;
            length += read;
            header.ArgumentCount++;
        }

        var starter = Starters.Lookup(header.ProcessId);
        if (starter)
            header.Starter = starter.Value;
        Report(in header, in texts, (uint)length);
        return 0;
    }

    private static void Report(in StartHeader header, in Dynptr texts, uint length)
    {
        if (Events.Reserve(StartHeader.SizeInBytes + length, out var record) != 0)
        {
            record.Discard();
            return;
        }

        record.Write(0, in header);
        record.Copy(StartHeader.SizeInBytes, texts, 0, length);
        record.Submit();
    }
}
