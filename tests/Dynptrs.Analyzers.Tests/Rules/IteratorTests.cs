using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Loops around an iterator have an end without a count, and the iterator is given back.</summary>
public sealed class IteratorTests
{
    private const string Make = "NumberIterator.Create(0, (int)any, out NumberIterator it); scoped ReadOnlySlice<int> n; ";

    [Theory]
    [InlineData("while (n = it.Next()) s_global += n.Value; it.Destroy();")]
    [InlineData("while (true) { n = it.Next(); if (!n) break; if (s_global == 3) s_global += n.Value; } it.Destroy();")]
    [InlineData("while (true) { n = it.Next(); if (n.IsNull) break; s_global++; } it.Destroy();")]
    [InlineData("for (n = it.Next(); n; n = it.Next()) { for (int j = 0; j < 10; j++) s_global += j; } it.Destroy();")]
    [InlineData("while (n = it.Next()) { if (n.Value == 7) break; } it.Destroy();")]
    [InlineData("while (n = it.Next()) { ctx.ToDynptr(out Dynptr part); Slice<long> slice = part.Data<long>(0); if (slice) s_global += slice.Value; } it.Destroy();")]
    [InlineData("uint k = any & 0xff; while (k > 0) k >>= 1; while (n = it.Next()) s_global += n.Value; it.Destroy();")]
    [InlineData("while (n = it.Next()) { NumberIterator.Create(0, n.Value, out NumberIterator inner); scoped ReadOnlySlice<int> m; while (m = inner.Next()) s_global += m.Value; inner.Destroy(); } it.Destroy();")]
    public Task An_iterator_ends_a_loop(string loop) => PacketProgram.Verify(Make + loop);

    [Theory]
    [InlineData("while ({|DYN031:!(n = it.Next())|}) s_global++; it.Destroy();")]
    [InlineData("{|DYN031:while|} (true) { n = it.Next(); if (n) s_global += n.Value; }")]
    [InlineData("n = it.Next(); while ({|DYN031:n|}) s_global++; it.Destroy();")]
    [InlineData("n = it.Next(); while ({|DYN031:n|}) { if (s_global > 3) n = it.Next(); } it.Destroy();")]
    [InlineData("while ({|DYN031:n = it.Next()|}) { it.Destroy(); NumberIterator.Create(0, 5, out it); } it.Destroy();")]
    [InlineData("while ({|DYN031:s_global > 0|}) { n = it.Next(); if (n) s_global += n.Value; } it.Destroy();")]
    public Task A_loop_that_need_not_stop_when_the_iterator_does_may_not_end(string loop) => PacketProgram.Verify(Make + loop);

    [Theory]
    [InlineData("while (n = it.Next()) s_global += {|DYN006:it.Next()|}.Value; it.Destroy();")]
    [InlineData("n = it.Next(); if (n) { it.Destroy(); s_global += {|DYN005:n|}.Value; } else it.Destroy();")]
    [InlineData("n = it.Next(); if (n) s_global = n.Value; {|DYN001:return 0;|}")]
    [InlineData("it.Destroy(); {|DYN002:it|}.Destroy();")]
    [InlineData("it.Destroy(); n = {|DYN003:it|}.Next();")]
    [InlineData("Slice view = local.Data(0, 8); if (view) { while (n = it.Next()) {|DYN007:view[n.Value]|} = 1; } it.Destroy();")]
    [InlineData("Slice view = local.Data(0, 8); if (view) { while (n = it.Next()) { int i = n.Value; if (i >= 0 && i < 8) view[i] = 1; } } it.Destroy();")]
    public Task What_it_gives_and_the_iterator_itself_are_followed(string statements) => PacketProgram.Verify(Make + statements);

    [Theory]
    [InlineData("foreach (int i in BpfLoop.Range(0, (int)any)) s_global += i;")]
    [InlineData("foreach (int i in BpfLoop.Range((int)any, 3)) { if (i == 7) break; if (s_global > i) continue; s_global += i; }")]
    [InlineData("foreach (int i in BpfLoop.Range(0, 8)) { foreach (int j in BpfLoop.Range(i, 8)) s_global += i * j; }")]
    [InlineData("uint k = any & 0xff; while (k > 0) k >>= 1; foreach (int i in BpfLoop.Range(0, (int)any)) s_global += i;")]
    public Task The_numbers_of_a_foreach_need_no_count(string loop) => PacketProgram.Verify(loop);

    [Theory]
    [InlineData("foreach (int i in BpfLoop.Range(0, 8)) view[i] = 1;")]
    [InlineData("foreach (int i in BpfLoop.Range(0, 9)) {|DYN007:view[i]|} = 1;")]
    [InlineData("foreach (int i in BpfLoop.Range(-1, 8)) {|DYN007:view[i]|} = 1;")]
    [InlineData("foreach (int i in BpfLoop.Range(8, 16)) view[i - 8] = 1;")]
    [InlineData("foreach (int i in BpfLoop.Range(0, (int)any)) { if (i < 8) view[i] = 1; }")]
    [InlineData("foreach (int i in BpfLoop.Range((int)any, 8)) {|DYN007:view[i]|} = 1;")]
    [InlineData("foreach (int i in BpfLoop.Range(end: 8, start: 0)) view[i] = 1;")]
    [InlineData("int last = -1; foreach (int i in BpfLoop.Range(0, 8)) last = i; {|DYN007:view[last]|} = 1;")]
    [InlineData("int last = 0; foreach (int i in BpfLoop.Range(0, 8)) last = i; view[last] = 1;")]
    public Task A_number_lies_between_the_bounds_that_are_constants(string loop) =>
        PacketProgram.Verify($"Slice view = local.Data(0, 8); if (view) {{ {loop} }}");
}
