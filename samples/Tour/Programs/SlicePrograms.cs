using Dynptrs;
using static Tour.Bpf;

namespace Tour.Programs;

/// <summary>Slices of map values and of records.</summary>
[BpfObject(License = "GPL")]
internal static partial class SlicePrograms
{
    /// <summary>A slice is null unless the whole range lies in the memory.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestDynptrData(TracepointContext ctx)
    {
        uint key = 0, val = 235;
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        bpf_map_update_elem(Maps.ArrayMap, in key, in val, 0);
        var mapVal = bpf_map_lookup_elem(Maps.ArrayMap, in key);
        if (!mapVal)
        {
            Globals.Err = 1;
            return 0;
        }

        bpf_dynptr_from_mem(ref mapVal.Value, 0, out var ptr);

        if (!bpf_dynptr_data(ptr, 5, 1).IsNull)
        {
            Globals.Err = 2;
            return 0;
        }

        if (!bpf_dynptr_data(ptr, 0, 5).IsNull)
        {
            Globals.Err = 3;
            return 0;
        }

        var data = bpf_dynptr_data<uint>(ptr, 0);
        if (!data)
        {
            Globals.Err = 4;
            return 0;
        }

        data.Value = 999;
        Globals.Err = bpf_probe_read_kernel(out val, in data.Value);
        if (Globals.Err != 0)
            return 0;
        if (val != data.Value)
            Globals.Err = 5;
        return 0;
    }

    /// <summary>A callback works on the dynptr of the program that runs it; the program's slice stays valid.</summary>
    [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
    public static int TestRingbuf(TracepointContext ctx)
    {
        if ((int)(bpf_get_current_pid_tgid() >> 32) != Globals.Pid)
            return 0;

        Globals.Val = 100;
        var err = bpf_ringbuf_reserve_dynptr(Maps.RingBuf, (uint)Globals.Val, 0, out var ptr);
        var sample = err != 0 ? default : bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
        {
            Globals.Err = 1;
            goto done;
        }

        sample.Value.Pid = 10;
        bpf_loop(10, RingbufCallback, ref ptr, 0);
        if (sample.Value.Pid != 55)
            Globals.Err = 2;
    done:
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    private static int RingbufCallback(uint index, ref Dynptr ptr)
    {
        var sample = bpf_dynptr_data<Sample>(ptr, 0);
        if (!sample)
            Globals.Err = 2;
        else
            sample.Value.Pid += (int)index;
        return 0;
    }
}
