using Dynptrs;

namespace Telemetry;

public static class Leaking
{
    public static readonly RingBuf Events = new(maxEntries: 4096);

    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int OnNanosleep(TracepointContext ctx)
    {
        if (Events.Reserve(8, out Dynptr ptr) != 0)
            return 0;
        int err = ptr.Write(0, CurrentTask.GetPidTgid());
        ptr.Submit();
        return err;
    }
}
