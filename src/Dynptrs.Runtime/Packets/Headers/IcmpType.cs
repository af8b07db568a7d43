namespace Dynptrs;

/// <summary>What a control message of IPv4 says: <c>ICMP_*</c>.</summary>
public enum IcmpType : byte
{
    /// <summary>The answer to an echo, <c>ICMP_ECHOREPLY</c>.</summary>
    EchoReply = 0,

    /// <summary>The destination cannot be reached, <c>ICMP_DEST_UNREACH</c>.</summary>
    DestinationUnreachable = 3,

    /// <summary>Another gateway is nearer, <c>ICMP_REDIRECT</c>.</summary>
    Redirect = 5,

    /// <summary>A request to answer, <c>ICMP_ECHO</c>.</summary>
    Echo = 8,

    /// <summary>The time to live was used up, <c>ICMP_TIME_EXCEEDED</c>.</summary>
    TimeExceeded = 11,

    /// <summary>A header is wrong, <c>ICMP_PARAMETERPROB</c>.</summary>
    ParameterProblem = 12,
}
