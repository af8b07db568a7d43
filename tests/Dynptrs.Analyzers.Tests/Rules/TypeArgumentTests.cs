using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Members that a type argument decides.</summary>
public sealed class TypeArgumentTests
{
    private const string Ends = """
        private static readonly RingBuf Ring = new(4096);
        public interface IEnd
        {
            static abstract void End(ref Dynptr ptr);
            static virtual void EndByDefault(ref Dynptr ptr) => ptr.Submit();
        }
        public struct Submits : IEnd { public static void End(ref Dynptr ptr) => ptr.Submit(); }
        public struct Keeps : IEnd { public static void End(ref Dynptr ptr) { } public static void EndByDefault(ref Dynptr ptr) { } }
        private static void End<T>(ref Dynptr ptr) where T : IEnd => T.End(ref ptr);
        private static void EndByDefault<T>(ref Dynptr ptr) where T : IEnd => T.EndByDefault(ref ptr);
        """;

    private const string Numbers = """
        private static T Sum<T>(T left, T right) where T : System.Numerics.INumber<T> => left + right;
        private static T Next<T>(T value) where T : System.Numerics.INumber<T> { value++; value += T.One; return value; }
        private static T Least<T>(T left, T right) where T : System.Numerics.INumber<T> => left < right ? left : T.Min(right, left);
        private static T Last<T>() where T : System.Numerics.IMinMaxValue<T> => T.MaxValue;
        private static TTo Fit<TFrom, TTo>(TFrom value)
            where TFrom : System.Numerics.INumber<TFrom>
            where TTo : System.Numerics.INumber<TTo> => TTo.CreateTruncating(value);
        """;

    private const string Limits = """
        public interface ILimit { int Base { get; } int Limit => Base + 1; int Double() => Limit + Limit; void Grow() { } }
        public struct Small : ILimit { private long _base; public int Base { get => (int)_base; set => _base = value; } public void Grow() => Base++; }
        public struct Fixed : ILimit { public readonly int Base => 6; }
        private static int LimitOf<T>(T value) where T : struct, ILimit => value.Limit;
        private static int DoubleOf<T>(T value) where T : struct, ILimit => value.Double();
        private static int Grown<T>(T value) where T : struct, ILimit { value.Grow(); return value.Limit; }
        """;

    [Theory]
    [InlineData("End<Submits>")]
    [InlineData("EndByDefault<Submits>")]
    public Task A_static_member_is_that_of_the_type(string end) =>
        PacketProgram.Verify($"Ring.Reserve(8, 0, out Dynptr record); {end}(ref record);", Ends);

    [Theory]
    [InlineData("End<Keeps>")]
    [InlineData("EndByDefault<Keeps>")]
    public Task Another_type_has_another_one(string end) =>
        PacketProgram.Verify($"Ring.Reserve(8, 0, out Dynptr record); {end}(ref record); {{|DYN001:return 1;|}}", Ends);

    [Theory]
    [InlineData("Sum(3, 4)")]
    [InlineData("Sum<byte>(255, 8)")]
    [InlineData("Next(5)")]
    [InlineData("Least(7, (int)any & 255) & 7")]
    [InlineData("Last<byte>() - 248")]
    [InlineData("Fit<uint, byte>(0x107)")]
    public Task Numbers_are_calculated_with_as_numbers(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; buffer[{index}] = 1;", Numbers);

    [Theory]
    [InlineData("Sum(4, 4)")]
    [InlineData("Sum<byte>(255, 9)")]
    [InlineData("Next(6)")]
    [InlineData("Least(8, (int)any & 255)")]
    [InlineData("Last<byte>() - 247")]
    [InlineData("Fit<uint, byte>(0x108)")]
    public Task Numbers_over_the_end_are_refused(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; {{|DYN007:buffer[{index}]|}} = 1;", Numbers);

    [Theory]
    [InlineData("LimitOf(new Small { Base = 6 })")]
    [InlineData("LimitOf(default(Fixed))")]
    [InlineData("DoubleOf(new Small { Base = 2 })")]
    [InlineData("Grown(new Small { Base = 5 })")]
    [InlineData("Grown(default(Fixed))")]
    public Task A_member_that_the_interface_implements_runs_on_the_struct(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; buffer[{index}] = 1;", Limits);

    [Theory]
    [InlineData("LimitOf(new Small { Base = 7 })")]
    [InlineData("DoubleOf(new Small { Base = 3 })")]
    [InlineData("DoubleOf(default(Fixed))")]
    [InlineData("Grown(new Small { Base = 6 })")]
    public Task What_it_answers_counts(string index) =>
        PacketProgram.Verify($"Span<byte> buffer = stackalloc byte[8]; {{|DYN007:buffer[{index}]|}} = 1;", Limits);
}
