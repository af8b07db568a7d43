using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Bytes that only the functions of their own type may reach: each verdict is the kernel's of the same program.</summary>
public sealed class OpaquePartTests
{
    private const string Members = """
        private struct Guarded
        {
            public BpfSpinLock Held;
            public int Number;
            public long Sum;
        }

        private static readonly HashMap<uint, Guarded> Elements = new(maxEntries: 4);

        private static readonly HashMap<uint, Large> LargeElements = new(maxEntries: 4);

        private static readonly ArrayMap<BpfSpinLock> LockElements = new(maxEntries: 4);

        private static readonly HashMap<uint, Timed> TimedElements = new(maxEntries: 4);

        private static Guarded s_shared;

        private struct Large
        {
            public long A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17;
            public Guarded Inner;
            public long B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, B13, B14, B15, B16, B17;
        }

        [KernelType("struct bpf_timer", IsOpaque = true)]
        private struct Timer
        {
            private ulong _first;
            private ulong _second;
        }

        [KernelType("struct plain")]
        private struct Plain
        {
            public ulong First;
        }

        [InlineArray(2)]
        private struct Timers
        {
            private Timer _first;
        }

        private struct Timed
        {
            public ulong Count;
            public Timers Timers;
            public Plain Plain;
        }

        [BpfHelper("bpf_timer_start")]
        private static int Start(ref Timer timer) => 0;

        [BpfHelper("bpf_probe")]
        private static int Give<T>(in T value) => 0;

        """;

    private const string Element = "var value = Elements.Lookup(0); if (!value) return 0; ";

    private const string LargeElement = "var value = LargeElements.Lookup(0); if (!value) return 0; ";

    private const string TimedElement = "var value = TimedElements.Lookup(0); if (!value) return 0; ";

    private const string LockElement = "var value = LockElements.Lookup(0); if (!value) return 0; ";

    [Theory]
    [InlineData("{|DYN019:value.Value|} = default;")]
    [InlineData("value.Value.Number = 0;")]
    [InlineData("{|DYN019:value.Bytes[3]|} = 1;")]
    [InlineData("value.Bytes[4] = 1;")]
    [InlineData("{|DYN019:value.Bytes[(int)(any & 7)]|} = 1;")]
    [InlineData("value.Bytes[(int)(any & 7) + 4] = 1;")]
    [InlineData("{|DYN019:value.Bytes|}.Clear();")]
    [InlineData("value.Bytes[4..].Clear();")]
    [InlineData("value.Value.Held.Enter(); value.Value.Sum++; value.Value.Held.Exit();")]
    [InlineData("{|DYN019:s_shared|} = default;")]
    [InlineData("s_shared.Number = 3;")]
    public Task A_lock_is_reached_by_its_own_functions_alone(string statement) => PacketProgram.Verify(Element + statement, Members);

    [Theory]
    [InlineData("{|DYN019:value.Value|} = default;")]
    [InlineData("{|DYN019:value.Bytes[147]|} = 1;")]
    [InlineData("value.Bytes[148] = 1;")]
    [InlineData("value.Bytes[143] = 1;")]
    public Task A_struct_that_is_not_followed_field_by_field_knows_them(string statement) =>
        PacketProgram.Verify(LargeElement + statement, Members);

    [Theory]
    [InlineData("{|DYN019:Unsafe.As<Timers, ulong>(ref value.Value.Timers)|} = 1;")]
    [InlineData("{|DYN019:value.Bytes[39]|} = 1;")]
    [InlineData("value.Bytes[7] = 1; value.Bytes[40] = 1;")]
    [InlineData("value.Value.Plain = default;")]
    [InlineData("Start(ref value.Value.Timers[1]);")]
    [InlineData("Start(ref {|DYN019:Unsafe.As<byte, Timer>(ref value.Bytes[12])|});")]
    [InlineData("Give({|DYN019:value.Value.Timers[0]|});")]
    [InlineData("Give(value.Value.Plain);")]
    public Task Whatever_says_so_of_itself_is_the_kernels(string statement) => PacketProgram.Verify(TimedElement + statement, Members);

    [Theory]
    [InlineData("{|DYN019:value.Value|} = default;")]
    [InlineData("LockElements.Update(1, {|DYN019:value.Value|}, 0);")]
    [InlineData("LockElements.Update(1, default(BpfSpinLock), 0);")]
    public Task A_type_parameter_makes_no_function_its_own(string statement) => PacketProgram.Verify(LockElement + statement, Members);

    [Fact]
    public Task Code_of_the_host_is_not_checked() => PacketProgram.Verify(
        "",
        Members + "public static void Reset() { var value = Elements.Lookup(0); if (value) value.Value = default; }");
}
