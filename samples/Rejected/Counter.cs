namespace Rejected;

internal struct Counter
{
    public ulong Packets;

    public ulong Bytes;
}
