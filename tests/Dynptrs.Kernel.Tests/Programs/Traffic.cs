namespace Dynptrs.Kernel.Tests.Programs;

internal struct Traffic
{
    public ulong Packets;
    public ulong Bytes;
}
