using Dynptrs;
using static Corpus.Bpf;

namespace Corpus.Pairs;

/// <summary>Pointers into packets in functions, and behind calls that may change the packet.</summary>
internal static class PacketChanges
{
    private ref struct Cursor
    {
        public PacketPointer Position;
        public PacketPointer End;
    }

    [BpfProgram("xdp")]
    public static int function_reads(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 2;
        return function_reads__type(data);
    }

    private static int function_reads__type(PacketPointer data) => data[12];

    [BpfProgram("xdp")]
    public static int function_reads_too_much(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 12 > end)
            return 2;
        return function_reads_too_much__type(data);
    }

    private static int function_reads_too_much__type(PacketPointer data) => /*!DYN007*/data[12]/*!*/;

    [BpfProgram("xdp")]
    public static int function_compares(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (!function_compares__fits(data, end, 14))
            return 2;
        return data[13];
    }

    private static bool function_compares__fits(PacketPointer data, PacketPointer end, uint bytes) => data + bytes <= end;

    [BpfProgram("xdp")]
    public static int function_compares_less(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (!function_compares_less__fits(data, end, 13))
            return 2;
        return /*!DYN007*/data[13]/*!*/;
    }

    private static bool function_compares_less__fits(PacketPointer data, PacketPointer end, uint bytes) => data + bytes <= end;

    [BpfProgram("xdp")]
    public static int function_gives_a_pointer(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 34 > end)
            return 2;
        return function_gives_a_pointer__payload(data)[19];
    }

    private static PacketPointer function_gives_a_pointer__payload(PacketPointer data) => data + 14;

    [BpfProgram("xdp")]
    public static int cursor(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var cursor = new Cursor { Position = data, End = end };
        if (!cursor__skip(ref cursor, 14) || !cursor__skip(ref cursor, 20))
            return 2;
        return (cursor.Position - 20)[0];
    }

    private static bool cursor__skip(scoped ref Cursor cursor, uint bytes)
    {
        if (cursor.Position + bytes > cursor.End)
            return false;
        cursor.Position += bytes;
        return true;
    }

    [BpfProgram("xdp")]
    public static int cursor_read_on(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        var cursor = new Cursor { Position = data, End = end };
        if (!cursor_read_on__skip(ref cursor, 14))
            return 2;
        return /*!DYN007*/cursor.Position[0]/*!*/;
    }

    private static bool cursor_read_on__skip(scoped ref Cursor cursor, uint bytes)
    {
        if (cursor.Position + bytes > cursor.End)
            return false;
        cursor.Position += bytes;
        return true;
    }

    [BpfProgram("xdp")]
    public static int head_moved(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_xdp_adjust_head(context, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("xdp")]
    public static int tail_moved(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_xdp_adjust_tail(context, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("xdp")]
    public static int metadata_moved(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_xdp_adjust_meta(context, -4);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("xdp")]
    public static int length_asked(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        if (bpf_xdp_get_buff_len(context) > 1500)
            return 0;
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int bytes_stored_in_xdp(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_xdp_store_bytes(context, 0, 0u);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int bytes_stored_in_skb(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_store_bytes(context, 0, 0u, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int bytes_loaded(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_load_bytes(context, 0, out uint _);
        return data[13];
    }

    [BpfProgram("tc")]
    public static int bytes_pulled(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        _ = bpf_skb_pull_data(context, 64);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("tc")]
    public static int dynptr_of_skb_written(SkBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        bpf_dynptr_from_skb(context, 0, out var ptr);
        _ = bpf_dynptr_write(ptr, 0, 0u, 0);
        return /*!DYN005*/data/*!*/[13];
    }

    [BpfProgram("xdp")]
    public static int dynptr_of_xdp_written(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        bpf_dynptr_from_xdp(context, 0, out var ptr);
        _ = bpf_dynptr_write(ptr, 0, 0u, 0);
        return data[13];
    }

    [BpfProgram("xdp")]
    public static int failed_change(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        if (bpf_xdp_adjust_head(context, 1000) != 0)
            return /*!DYN005*/data/*!*/[0];
        return 2;
    }

    [BpfProgram("xdp")]
    public static int function_changes(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        function_changes__grow(context);
        return /*!DYN005*/data/*!*/[13];
    }

    private static int function_changes__grow(XdpBuff context) => bpf_xdp_adjust_head(context, -8);

    [BpfProgram("xdp")]
    public static int pointers_read_again(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        if (bpf_xdp_adjust_head(context, -8) != 0)
            return 0;
        data = context.Data;
        end = context.DataEnd;
        if (data + 22 > end)
            return 0;
        return data[21];
    }

    [BpfProgram("xdp")]
    public static int pointers_read_again_and_not_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        if (bpf_xdp_adjust_head(context, -8) != 0)
            return 0;
        data = context.Data;
        return /*!DYN007*/data[13]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int compared_with_the_end_before(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (bpf_xdp_adjust_head(context, -8) != 0)
            return 0;
        data = context.Data;
        if (data + 14 > end)
            return 0;
        return /*!DYN007*/data[13]/*!*/;
    }

    [BpfProgram("xdp")]
    public static int gone_pointers_compared(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        _ = bpf_xdp_adjust_head(context, 0);
        return data + 14 > end ? 1 : 2;
    }

    [BpfProgram("xdp")]
    public static int header_before_a_change(XdpBuff context)
    {
        var data = context.Data;
        var end = context.DataEnd;
        if (data + 14 > end)
            return 0;
        ref var ethernet = ref data.As<EthHdr>();
        _ = bpf_xdp_adjust_tail(context, -4);
        return (int)/*!DYN005*/ethernet.Protocol/*!*/;
    }
}
