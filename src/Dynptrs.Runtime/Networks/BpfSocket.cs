using System.Threading;

namespace Dynptrs;

/// <summary>A reference to a socket that a program looked up. Give it back with <see cref="Release"/>.</summary>
/// <remarks>Follows <c>struct bpf_sock</c>.</remarks>
[KernelObject("struct bpf_sock")]
public sealed class BpfSocket
{
    private int _isReleased;

    internal BpfSocket(NetworkSocket socket) => Socket = socket;

    /// <summary>The socket, for the host.</summary>
    public NetworkSocket Socket { get; }

    /// <summary>Gives the reference back. The socket stays what it is.</summary>
    /// <returns>0.</returns>
    /// <exception cref="DynptrException">It was given back before.</exception>
    [Trusted, Releases("struct bpf_sock")]
    [BpfHelper("bpf_sk_release", Id = 86, Since = "4.20",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "XDP", "SK_SKB", "CGROUP_SKB", "CGROUP_SOCK_ADDR", "SK_LOOKUP"],
        Summary = "Gives a socket back.")]
    public int Release()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
            Throw.SocketWasReleased();
        return 0;
    }
}
