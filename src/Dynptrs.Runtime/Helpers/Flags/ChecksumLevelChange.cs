namespace Dynptrs;

/// <summary>What is asked of the checksums of a packet.</summary>
public enum ChecksumLevelChange : ulong
{
    /// <summary>How many are known to be right, less one.</summary>
    BPF_CSUM_LEVEL_QUERY = BpfConstants.BPF_CSUM_LEVEL_QUERY,

    /// <summary>One more is known to be right.</summary>
    BPF_CSUM_LEVEL_INC = BpfConstants.BPF_CSUM_LEVEL_INC,

    /// <summary>One less is known to be right.</summary>
    BPF_CSUM_LEVEL_DEC = BpfConstants.BPF_CSUM_LEVEL_DEC,

    /// <summary>None is known to be right.</summary>
    BPF_CSUM_LEVEL_RESET = BpfConstants.BPF_CSUM_LEVEL_RESET,
}
