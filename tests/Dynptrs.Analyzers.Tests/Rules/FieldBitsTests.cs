using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Properties that are bits of a field, of structs of the runtime and of structs in the program.</summary>
public sealed class FieldBitsTests
{
    private const string Own = """
        public struct Tag
        {
            private ushort _raw;
            [BitsOf(nameof(_raw), 0, 12, IsNetworkOrder = true)] public ushort Id { readonly get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
            [BitsOf(nameof(_raw), 12, 1, IsNetworkOrder = true)] public bool IsSet { readonly get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
            [BitsOf(nameof(_raw), 13, 3, IsNetworkOrder = true)] public byte Priority { readonly get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        }
        """;

    [Fact]
    public Task Headers_of_the_runtime_are_read_and_written_in_programs() => PacketProgram.Verify("""
        Span<byte> buffer = stackalloc byte[IpHdr.SizeInBytes];
        ReadOnlySlice<EthHdr> eth = ptr.GetSlice<EthHdr>(0, buffer[..EthHdr.SizeInBytes]);
        if (!eth || eth.Value.Protocol != EtherType.Ip)
            return 0;
        Slice<IpHdr> ip = ptr.GetWritableSlice<IpHdr>(EthHdr.SizeInBytes, buffer);
        if (!ip || ip.Value.Version != 4 || ip.Value.Source.Value == 0 || ip.Value is { MoreFragments: true })
            return 0;
        ref IpHdr header = ref ip.Value;
        header.TotalLength += 4;
        header.DontFragment = true;
        header.Destination.Value = header.Source.Value;
        """);

    [Fact]
    public Task A_slice_that_may_be_null_is_refused_through_a_property() => PacketProgram.Verify("""
        Slice<EthHdr> eth = ptr.GetWritableSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]);
        if ({|DYN006:eth|}.Value.Protocol == EtherType.Ip)
            return 1;
        """);

    [Fact]
    public Task A_slice_that_is_gone_is_refused_through_a_property() => PacketProgram.Verify("""
        Slice<EthHdr> eth = ptr.GetWritableSlice<EthHdr>(0, stackalloc byte[EthHdr.SizeInBytes]);
        if (!eth)
            return 0;
        ctx.PullData(0);
        {|DYN005:eth|}.Value.Protocol = EtherType.Ip;
        """);

    [Fact]
    public Task Bits_are_within_their_width() => PacketProgram.Verify("""
        Span<byte> table = stackalloc byte[16];
        ReadOnlySlice<IpHdr> ip = ptr.GetSlice<IpHdr>(14, stackalloc byte[IpHdr.SizeInBytes]);
        if (!ip)
            return 0;
        table[ip.Value.Version] = 1;
        """);

    [Fact]
    public Task Bits_beyond_a_buffer_are_refused() => PacketProgram.Verify("""
        Span<byte> table = stackalloc byte[15];
        ReadOnlySlice<IpHdr> ip = ptr.GetSlice<IpHdr>(14, stackalloc byte[IpHdr.SizeInBytes]);
        if (!ip)
            return 0;
        {|DYN007:table[ip.Value.Version]|} = 1;
        """);

    [Theory]
    [InlineData("tag.Id = 5;", "tag.Id", 5)]
    [InlineData("tag.Id = 0xFFF; tag.Priority = 3; tag.IsSet = true;", "tag.Priority", 3)]
    [InlineData("tag.Priority = 11;", "tag.Priority", 3)]
    [InlineData("tag.Priority = 1; tag.Priority += 2; tag.Priority++;", "tag.Priority", 4)]
    [InlineData("tag.IsSet = true; tag.Id = 2;", "(tag.IsSet ? 1 : 0)", 1)]
    [InlineData("tag.IsSet = true; tag.IsSet = false;", "(tag.IsSet ? 1 : 0)", 0)]
    [InlineData("tag = new Tag { Id = 7, Priority = 2 };", "tag.Id", 7)]
    public async Task What_is_set_is_known(string statements, string value, int expected)
    {
        // An access one further would be outside, and a size below it, too: so the number is known as it is.
        await PacketProgram.Verify(
            $"Tag tag = default; {statements} Span<byte> table = stackalloc byte[{expected + 1}]; table[{value}] = 1;", Own);
        await PacketProgram.Verify(
            $"Tag tag = default; {statements} Span<byte> table = stackalloc byte[{expected + 1}]; {{|DYN007:table[{value} + 1]|}} = 1;",
            Own);
    }

    [Fact]
    public Task A_property_without_the_attribute_is_followed_into() => PacketProgram.Verify(
        "Tag tag = default; tag.Id = 5;",
        Own.Replace(
            "[BitsOf(nameof(_raw), 0, 12, IsNetworkOrder = true)] public ushort Id { readonly get => throw new NotSupportedException(); set => throw new NotSupportedException(); }",
            "public ushort Id { readonly get => _raw; set => {|DYN032:throw new NotSupportedException()|}; }",
            System.StringComparison.Ordinal));
}
