using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Clones and what is overwritten while they hold the reference: each verdict is the kernel's of the same program.</summary>
public sealed class CloneTests
{
    [Theory]
    [InlineData("local.Clone(out local); if (local.IsNull) return 1;")]
    [InlineData("record.Clone(out {|DYN004:record|}); record.Submit();", true)]
    [InlineData("record.Clone(out Dynptr other); record.Clone(out record); record.Submit();", true)]
    [InlineData("record.Clone(out Dynptr other); record.Clone(out record); other.Submit();", true)]
    [InlineData("record.Clone(out Dynptr other); record.Clone(out record); record.Submit(); if ({|DYN003:other|}.IsNull) return 1;", true)]
    public Task A_dynptr_may_be_cloned_onto_itself_while_another_holds_the_reference(string statements, bool isReferenced = false) =>
        Verify(statements, isReferenced);

    [Theory]
    [InlineData("record.Clone(out Dynptr other); s_events.Reserve(8, out record); record.Submit(); other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); s_events.Reserve(8, out other); record.Submit(); other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); record = default; other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); record = default; other = {|DYN004:default|};")]
    [InlineData("record.Clone(out Dynptr other); s_events.Reserve(8, out record); s_events.Reserve(8, out {|DYN004:other|}); record.Submit(); other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); Overwrite(ref record); other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); other.Submit(); {|DYN002:record|}.Submit();")]
    public Task A_holder_may_be_overwritten_while_it_is_not_the_last(string statements) => Verify(statements, isReferenced: true);

    [Theory]
    [InlineData("record.Clone(out Dynptr other); Slice<long> data = other.Data<long>(0); record = default; if (data) data.Value = 1; other.Submit();")]
    [InlineData("record.Clone(out Dynptr other); Slice<long> data = record.Data<long>(0); record = default; if (data) {|DYN005:data|}.Value = 1; other.Submit();")]
    public Task Slices_belong_to_the_one_that_they_were_taken_from(string statements) => Verify(
        statements,
        isReferenced: true);

    private static Task Verify(string statements, bool isReferenced) => PacketProgram.Verify(
        (isReferenced ? "s_events.Reserve(8, out Dynptr record); " : "") + statements,
        """
        private static readonly RingBuf s_events = new(4096);

        private static void Overwrite(ref Dynptr context) => Dynptr.FromMemory(ref s_global, 0, out context);
        """);
}
