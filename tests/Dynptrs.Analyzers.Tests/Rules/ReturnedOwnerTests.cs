using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Owners in variables that are returned: they move to the caller.</summary>
public sealed class ReturnedOwnerTests
{
    private const string Members = """
        private static readonly RingBuf Ring = new(4096);
        public ref struct Event { public Dynptr Record; public int Error; }
        private static Event Reserve() { Event made = default; made.Error = Ring.Reserve(8, 0, out made.Record); return made; }
        private static Dynptr ReserveAlone() { Ring.Reserve(8, 0, out Dynptr record); return record; }
        private static Event ReserveWell()
        {
            Event made = default;
            made.Error = Ring.Reserve(8, 0, out made.Record);
            if (made.Error == 0)
                return made;
            made.Record.Discard();
            return default;
        }
        """;

    [Theory]
    [InlineData("Event sent = Reserve(); if (sent.Error == 0) sent.Record.Write(0, 5u, 0); sent.Record.Submit();")]
    [InlineData("Dynptr sent = ReserveAlone(); sent.Submit();")]
    public Task What_moved_is_the_callers(string statements) => PacketProgram.Verify(statements, Members);

    [Theory]
    [InlineData("Event sent = Reserve(); {|DYN001:return sent.Error;|}")]
    [InlineData("Dynptr sent = ReserveAlone(); {|DYN001:return 1;|}")]
    [InlineData("Event sent = Reserve(); sent.Record.Submit(); {|DYN002:sent.Record|}.Submit();")]
    [InlineData("Dynptr sent = ReserveAlone(); sent.Submit(); {|DYN002:sent|}.Submit();")]
    [InlineData("Event sent = ReserveWell(); {|DYN001:return sent.Error;|}")]
    public Task The_caller_must_release_it_once(string statements) => PacketProgram.Verify(statements, Members);

    [Theory]
    [InlineData("other.Error = 1;", "return made;")]
    [InlineData("made.Error = 1;", "{|DYN010:return made;|}")]
    public Task What_is_used_afterwards_is_copied(string last, string leaves) => PacketProgram.VerifyInHost(
        "Event sent = Reserve(); sent.Record.Submit();",
        $$"""
        private static readonly RingBuf Ring = new(4096);
        public ref struct Event { public Dynptr Record; public int Error; }
        private static Event Reserve()
        {
            Event made = default, other = default;
            try
            {
                made.Error = Ring.Reserve(8, 0, out made.Record);
                {{leaves}}
            }
            finally
            {
                {{last}}
            }
        }
        """);
}
