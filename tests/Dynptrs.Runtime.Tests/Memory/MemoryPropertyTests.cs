using CsCheck;
using Dynptrs.Tests.Memory.Model;

namespace Dynptrs.Tests.Memory;

/// <summary>Any sequence of operations on any kind of memory gives the bytes and the errors of a plain array of bytes.</summary>
public class MemoryPropertyTests
{
    private const long Runs = 3000;

    [Fact]
    public void Local_memory_is_an_array_of_bytes() =>
        Gen.Select(Generate.Bytes, Generate.Accesses)
            .Sample((bytes, operations) => ModelRun.Run(new LocalModel([.. bytes]), operations), iter: Runs);

    [Fact]
    public void A_ring_buffer_record_is_an_array_of_bytes()
    {
        var ring = new RingBuf(1 << 16);
        var reader = new RingBufReader(ring);
        Gen.Select(Generate.Bytes, Generate.Accesses).Sample(
            (bytes, operations) =>
            {
                ModelRun.Run(new RecordModel(ring, [.. bytes]), operations);
                Assert.Equal(0, reader.Consume(static _ => { }));
            },
            iter: Runs,
            threads: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(700)]
    public void A_file_is_an_array_of_bytes_that_may_only_be_read(int length)
    {
        var bytes = Data.Random(length, length);
        using var content = new TempFile(bytes);
        using var file = new KernelFile(content.Path);
        Generate.Accesses.Sample(operations => ModelRun.Run(new FileModel(file, bytes), operations), iter: Runs);
    }

    [Fact]
    public void A_socket_buffer_is_an_array_of_bytes() =>
        Gen.Select(
            Gen.OneOf(BpfProgramType.SchedCls, BpfProgramType.LwtXmit, BpfProgramType.CgroupSkb),
            Generate.Room,
            Generate.Pieces,
            Generate.OnSkBuff)
            .Sample(
                (type, headroom, pieces, operations) => ModelRun.Run(new SkBuffModel(type, [], headroom, pieces), operations), iter: Runs);

    [Fact]
    public void Metadata_is_an_array_of_bytes() =>
        Gen.Select(Generate.Metadata, Generate.Room, Generate.Pieces, Generate.OnSkBuff)
            .Sample(
                (metadata, headroom, pieces, operations) => ModelRun.Run(new SkBuffMetadataModel(metadata, headroom, pieces), operations),
                iter: Runs);

    [Fact]
    public void An_xdp_packet_is_an_array_of_bytes() =>
        Gen.Select(Generate.Metadata, Generate.Room, Generate.Room, Gen.OneOf(0, 60, 4096), Generate.Pieces, Generate.OnXdpBuff)
            .Sample(
                (metadata, headroom, tailroom, fragmentSize, pieces, operations) =>
                    ModelRun.Run(new XdpBuffModel(metadata, headroom, tailroom, fragmentSize, pieces), operations),
                iter: Runs);
}
