namespace Dynptrs;

public sealed partial class SkBuff
{
    /// <summary>The flow hash of the packet, which is computed where it is not known.</summary>
    /// <returns>The hash. It depends on a random number of the process, as the kernel's does on one of the machine.</returns>
    [Trusted]
    [BpfHelper("bpf_get_hash_recalc", Id = 34, Since = "4.8",
        ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_IN", "LWT_OUT", "LWT_XMIT", "LWT_SEG6LOCAL"],
        Summary = "Gives the flow hash of a packet, which is computed where it is not known.")]
    public uint RecalculateHash()
    {
        if (!_isHashKnown)
            Hash = FlowHash.Of(_buffer, (EtherType)NetworkOrder(Protocol), _networkHeader - _buffer.Start);
        return Hash;
    }

    /// <summary>Forgets the flow hash of the packet, so that it is computed when it is asked for.</summary>
    [Trusted]
    [BpfHelper("bpf_set_hash_invalid", Id = 41, Since = "4.9", ProgramTypes = ["SCHED_CLS", "SCHED_ACT", "LWT_XMIT"],
        Summary = "Forgets the flow hash of a packet.")]
    public void InvalidateHash() => Hash = 0;

    /// <summary>Sets the flow hash of the packet.</summary>
    /// <param name="hash">The hash, 0 too.</param>
    /// <returns>0.</returns>
    [Trusted]
    [BpfHelper("bpf_set_hash", Id = 48, Since = "4.10", ProgramTypes = ["SCHED_CLS", "SCHED_ACT"], Summary = "Sets the flow hash of a packet.")]
    public int SetHash(uint hash)
    {
        (_hash, _isHashKnown) = (hash, true);
        return 0;
    }
}
