using System.Threading;
using Dynptrs;
using static Corpus.Bpf;

namespace Corpus;

[BpfObject(License = "GPL")]
internal static partial class UserRingbufSuccess
{
    private static readonly UserRingBuf user_ringbuf = new(maxEntries: 4096);

    private static readonly RingBuf kernel_ringbuf = new(maxEntries: 4096);

    private static int pid;
    private static int err;
    private static int read;
    private static ulong kern_mutated;
    private static ulong user_mutated;
    private static ulong expected_user_mutated;
    private static int num_calls;

    [BpfProgram("fentry/__x64_sys_prctl")]
    public static int test_user_ringbuf_protocol(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        int status = bpf_user_ringbuf_drain(user_ringbuf, test_user_ringbuf_protocol__read_protocol_msg, 0);
        if (status < 0)
        {
            bpf_printk("drain: %d\n"u8, (ulong)status);
            err = 1;
            return 0;
        }

        if (expected_user_mutated != user_mutated)
        {
            bpf_printk("%lu != %lu\n"u8, expected_user_mutated, user_mutated);
            err = 3;
        }
        else
        {
            bpf_loop(8, test_user_ringbuf_protocol__publish_next_kern_msg, 0);
        }

        return 0;
    }

    private static int test_user_ringbuf_protocol__read_protocol_msg(ref Dynptr dynptr)
    {
        Slice<TestMessage> msg = bpf_dynptr_data<TestMessage>(dynptr, 0);
        if (!msg)
        {
            err = 1;
            bpf_printk("no message\n"u8);
            return 0;
        }

        switch (msg.Value.msg_op)
        {
            case TestMessage.Add64:
                kern_mutated += (ulong)msg.Value.operand_64;
                break;
            case TestMessage.Add32:
                kern_mutated += (ulong)msg.Value.operand_32;
                break;
            case TestMessage.Multiply64:
                kern_mutated *= (ulong)msg.Value.operand_64;
                break;
            case TestMessage.Multiply32:
                kern_mutated *= (ulong)msg.Value.operand_32;
                break;
            default:
                bpf_printk("op %d\n"u8, (ulong)msg.Value.msg_op);
                err = 2;
                break;
        }

        return 0;
    }

    private static int test_user_ringbuf_protocol__publish_next_kern_msg(uint index)
    {
        Slice<TestMessage> msg = bpf_ringbuf_reserve<TestMessage>(kernel_ringbuf, 0);
        if (!msg)
        {
            err = 4;
            return 1;
        }

        switch (index % 4)
        {
            case TestMessage.Add64:
                msg.Value.msg_op = TestMessage.Add64;
                msg.Value.operand_64 = 4;
                expected_user_mutated += 4;
                break;
            case TestMessage.Add32:
                msg.Value.msg_op = TestMessage.Add32;
                msg.Value.operand_32 = 2;
                expected_user_mutated += 2;
                break;
            case TestMessage.Multiply64:
                msg.Value.msg_op = TestMessage.Multiply64;
                msg.Value.operand_64 = 4;
                expected_user_mutated *= 4;
                break;
            case TestMessage.Multiply32:
                msg.Value.msg_op = TestMessage.Multiply32;
                msg.Value.operand_32 = 2;
                expected_user_mutated *= 2;
                break;
            default:
                bpf_ringbuf_discard(msg, 0);
                err = 5;
                return 1;
        }

        bpf_ringbuf_submit(msg, 0);
        return 0;
    }

    [BpfProgram("fentry/__x64_sys_getpgid")]
    public static int test_user_ringbuf(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        err = bpf_user_ringbuf_drain(user_ringbuf, test_user_ringbuf__record_sample, 0);
        return 0;
    }

    private static int test_user_ringbuf__record_sample(ref Dynptr dynptr)
    {
        Sample stack_sample;
        if (num_calls++ % 2 == 0)
        {
            int status = bpf_dynptr_read(out stack_sample, dynptr, 0, 0);
            if (status != 0)
            {
                bpf_printk("bpf_dynptr_read: %d\n"u8, (ulong)status);
                err = 1;
                return 1;
            }
        }
        else
        {
            Slice<Sample> sample = bpf_dynptr_data<Sample>(dynptr, 0);
            if (!sample)
            {
                bpf_printk("bpf_dynptr_data: null\n"u8);
                err = 2;
                return 1;
            }

            stack_sample = sample.Value;
        }

        Interlocked.Add(ref read, 1);
        return 0;
    }

    [BpfProgram("fentry/__x64_sys_prlimit64")]
    public static int test_user_ringbuf_epoll(TracepointContext ctx)
    {
        if (!is_test_process())
            return 0;

        int num_samples = bpf_user_ringbuf_drain(user_ringbuf, test_user_ringbuf_epoll__do_nothing_cb, 0);
        if (num_samples <= 0)
            err = 1;
        return 0;
    }

    private static int test_user_ringbuf_epoll__do_nothing_cb(ref Dynptr dynptr)
    {
        Interlocked.Add(ref read, 1);
        return 0;
    }

    private static bool is_test_process() => (int)(bpf_get_current_pid_tgid() >> 32) == pid;
}
