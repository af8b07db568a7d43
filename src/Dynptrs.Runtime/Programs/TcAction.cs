namespace Dynptrs;

/// <summary>What a traffic-control program may return for a packet, under the kernel's names: <c>TC_ACT_*</c>.</summary>
public static class TcAction
{
    /// <summary>Go on with what the program was attached with.</summary>
    public const int TC_ACT_UNSPEC = -1;

    /// <summary>Let the packet pass.</summary>
    public const int TC_ACT_OK = 0;

    /// <summary>Classify the packet again, from the start.</summary>
    public const int TC_ACT_RECLASSIFY = 1;

    /// <summary>Drop the packet.</summary>
    public const int TC_ACT_SHOT = 2;

    /// <summary>Go on with the next action.</summary>
    public const int TC_ACT_PIPE = 3;

    /// <summary>The packet is gone: someone else has it, and it is not freed.</summary>
    public const int TC_ACT_STOLEN = 4;

    /// <summary>The packet waits with someone else.</summary>
    public const int TC_ACT_QUEUED = 5;

    /// <summary>Run the same action again.</summary>
    public const int TC_ACT_REPEAT = 6;

    /// <summary>Send the packet where <see cref="Redirect"/> said.</summary>
    public const int TC_ACT_REDIRECT = 7;

    /// <summary>The packet is in the hands of the device.</summary>
    public const int TC_ACT_TRAP = 8;
}
