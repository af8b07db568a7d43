using System.Runtime.CompilerServices;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

internal static class UserRingbufFail
{
    private static readonly UserRingBuf user_ringbuf = new(maxEntries: 4096);

    private static readonly RingBuf ringbuf = new(maxEntries: 4096);

    private static int map_value;

    // The sample that a callback sees is lent to it: it may be read, written and adjusted, and that is all.

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_bad_access1(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_bad_access1__bad_access1, 0);
        return 0;
    }

    private static int user_ringbuf_callback_bad_access1__bad_access1(ref Dynptr dynptr)
    {
        Slice<Sample> sample = bpf_dynptr_data<Sample>(/*!DYN010*/Unsafe.Add(ref dynptr, -1)/*!*/, 0);
        bpf_printk("%d"u8, sample ? 1u : 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_bad_access1__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_bad_access1__mended__access, 0);
        return 0;
    }

    private static int user_ringbuf_callback_bad_access1__mended__access(ref Dynptr dynptr)
    {
        Slice<Sample> sample = bpf_dynptr_data<Sample>(dynptr, 0);
        bpf_printk("%d"u8, sample ? 1u : 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_bad_access2(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_bad_access2__bad_access2, 0);
        return 0;
    }

    private static int user_ringbuf_callback_bad_access2__bad_access2(ref Dynptr dynptr)
    {
        Slice<Sample> sample = bpf_dynptr_data<Sample>(/*!DYN010*/Unsafe.Add(ref dynptr, 1)/*!*/, 0);
        bpf_printk("%d"u8, sample ? 1u : 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_bad_access2__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_bad_access2__mended__access, 0);
        return 0;
    }

    private static int user_ringbuf_callback_bad_access2__mended__access(ref Dynptr dynptr)
    {
        Slice<Sample> sample = bpf_dynptr_data<Sample>(dynptr, 0);
        bpf_printk("%d"u8, sample ? 1u : 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_write_forbidden(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_write_forbidden__write_forbidden, 0);
        return 0;
    }

    private static int user_ringbuf_callback_write_forbidden__write_forbidden(ref Dynptr dynptr)
    {
        /*!DYN010*/Unsafe.As<Dynptr, long>(ref dynptr)/*!*/ = 0;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_write_forbidden__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_write_forbidden__mended__write, 0);
        return 0;
    }

    private static int user_ringbuf_callback_write_forbidden__mended__write(ref Dynptr dynptr)
    {
        bpf_dynptr_write(dynptr, 0, 0L, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_null_context_write(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(
            user_ringbuf, user_ringbuf_callback_null_context_write__null_context_write, ref /*!DYN006*/Unsafe.NullRef<long>()/*!*/, 0);
        return 0;
    }

    private static int user_ringbuf_callback_null_context_write__null_context_write(ref Dynptr dynptr, ref long context)
    {
        context = 0;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_null_context_write__mended(TracepointContext ctx)
    {
        long value = 1;
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_null_context_write__mended__write, ref value, 0);
        return 0;
    }

    private static int user_ringbuf_callback_null_context_write__mended__write(ref Dynptr dynptr, ref long context)
    {
        context = 0;
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_null_context_read(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(
            user_ringbuf, user_ringbuf_callback_null_context_read__null_context_read, ref /*!DYN006*/Unsafe.NullRef<long>()/*!*/, 0);
        return 0;
    }

    private static int user_ringbuf_callback_null_context_read__null_context_read(ref Dynptr dynptr, ref long context)
    {
        long value = context;
        bpf_printk("%lu"u8, (ulong)value);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_null_context_read__mended(TracepointContext ctx)
    {
        long value = 1;
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_null_context_read__mended__read, ref value, 0);
        return 0;
    }

    private static int user_ringbuf_callback_null_context_read__mended__read(ref Dynptr dynptr, ref long context)
    {
        long value = context;
        bpf_printk("%lu"u8, (ulong)value);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_discard_dynptr(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_discard_dynptr__try_discard_dynptr, 0);
        return 0;
    }

    private static int user_ringbuf_callback_discard_dynptr__try_discard_dynptr(ref Dynptr dynptr)
    {
        bpf_ringbuf_discard_dynptr(ref /*!DYN002*/dynptr/*!*/, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_discard_dynptr__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_discard_dynptr__mended__leave_dynptr, 0);
        return 0;
    }

    private static int user_ringbuf_callback_discard_dynptr__mended__leave_dynptr(ref Dynptr dynptr) => 0;

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_submit_dynptr(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_submit_dynptr__try_submit_dynptr, 0);
        return 0;
    }

    private static int user_ringbuf_callback_submit_dynptr__try_submit_dynptr(ref Dynptr dynptr)
    {
        bpf_ringbuf_submit_dynptr(ref /*!DYN002*/dynptr/*!*/, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_submit_dynptr__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_submit_dynptr__mended__leave_dynptr, 0);
        return 0;
    }

    private static int user_ringbuf_callback_submit_dynptr__mended__leave_dynptr(ref Dynptr dynptr) => 0;

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_invalid_return(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_invalid_return__invalid_drain_callback_return, 0);
        return 0;
    }

    private static int user_ringbuf_callback_invalid_return__invalid_drain_callback_return(ref Dynptr dynptr)
    {
        return /*!DYN014*/2/*!*/;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_invalid_return__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_invalid_return__mended__stop, 0);
        return 0;
    }

    private static int user_ringbuf_callback_invalid_return__mended__stop(ref Dynptr dynptr)
    {
        return 1;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_reinit_dynptr_mem(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_reinit_dynptr_mem__try_reinit_dynptr_mem, 0);
        return 0;
    }

    private static int user_ringbuf_callback_reinit_dynptr_mem__try_reinit_dynptr_mem(ref Dynptr dynptr)
    {
        bpf_dynptr_from_mem(ref map_value, 0, out /*!DYN004*/dynptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_reinit_dynptr_mem__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_reinit_dynptr_mem__mended__init_dynptr_mem, 0);
        return 0;
    }

    private static int user_ringbuf_callback_reinit_dynptr_mem__mended__init_dynptr_mem(ref Dynptr dynptr)
    {
        bpf_dynptr_from_mem(ref map_value, 0, out Dynptr _);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_reinit_dynptr_ringbuf(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_reinit_dynptr_ringbuf__try_reinit_dynptr_ringbuf, 0);
        return 0;
    }

    private static int user_ringbuf_callback_reinit_dynptr_ringbuf__try_reinit_dynptr_ringbuf(ref Dynptr dynptr)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out /*!DYN004*/dynptr/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_reinit_dynptr_ringbuf__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_reinit_dynptr_ringbuf__mended__init_dynptr_ringbuf, 0);
        return 0;
    }

    private static int user_ringbuf_callback_reinit_dynptr_ringbuf__mended__init_dynptr_ringbuf(ref Dynptr dynptr)
    {
        bpf_ringbuf_reserve_dynptr(ringbuf, 8, 0, out Dynptr ptr);
        bpf_ringbuf_discard_dynptr(ref ptr, 0);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_const_ptr_to_dynptr_reg_off(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_const_ptr_to_dynptr_reg_off__callback_adjust_bpf_dynptr_reg_off, 0);
        return 0;
    }

    private static int user_ringbuf_callback_const_ptr_to_dynptr_reg_off__callback_adjust_bpf_dynptr_reg_off(ref Dynptr dynptr)
    {
        user_ringbuf_callback_const_ptr_to_dynptr_reg_off__global_call_bpf_dynptr_data(/*!DYN010*/Unsafe.Add(ref dynptr, 1024)/*!*/);
        return 0;
    }

    [BpfProgram("?raw_tp")]
    public static int user_ringbuf_callback_const_ptr_to_dynptr_reg_off__mended(TracepointContext ctx)
    {
        bpf_user_ringbuf_drain(user_ringbuf, user_ringbuf_callback_const_ptr_to_dynptr_reg_off__mended__callback, 0);
        return 0;
    }

    private static int user_ringbuf_callback_const_ptr_to_dynptr_reg_off__mended__callback(ref Dynptr dynptr)
    {
        user_ringbuf_callback_const_ptr_to_dynptr_reg_off__global_call_bpf_dynptr_data(dynptr);
        return 0;
    }

    // A global function: verified alone, against its contract.
    private static int user_ringbuf_callback_const_ptr_to_dynptr_reg_off__global_call_bpf_dynptr_data([Borrowed] in Dynptr dynptr)
    {
        bpf_dynptr_data(dynptr, 10, 10);
        return 0;
    }
}
