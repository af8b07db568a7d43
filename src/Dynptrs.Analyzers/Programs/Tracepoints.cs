namespace Dynptrs.Analyzers.Programs;

/// <summary>What tracepoints give to programs.</summary>
internal static class Tracepoints
{
    /// <summary>The index of the object that may be null where a tracepoint gives it, or -1.</summary>
    /// <remarks>Follows the arguments of Linux 7.2 whose type in <c>btf_ctx_access</c> is <c>PTR_MAYBE_NULL</c>.</remarks>
    /// <param name="tracepoint">The tracepoint.</param>
    public static int NullableArgument(string tracepoint) => tracepoint switch
    {
        "sched_pi_setprio" or "tcp_send_reset" => 1,
        "sched_stick_numa" or "sched_swap_numa" or "tcp_sendmsg_locked" => 2,
        "qdisc_dequeue" => 3,
        _ => -1,
    };
}
