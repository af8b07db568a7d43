namespace Rejected;

public struct Counter
{
    public ulong Packets;

    public ulong Bytes;
}
