using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

public sealed class OpaqueOwnerTests
{
    [Fact]
    public Task Copies_are_refused_and_references_are_not() => Library.Verify("""
        public static int Copies()
        {
            Hotel.Show(out Room room);
            Room copy = {|DYN010:room|};
            return Hotel.Clean(in copy);
        }

        public static int Refers()
        {
            Hotel.Show(out Room room);
            ref Room alias = ref room;
            return Hotel.Clean(in alias);
        }
        """);

    [Fact]
    public Task By_value_parameters_are_copies() => Library.Verify("""
        public static int ByValue()
        {
            Hotel.Show(out Room room);
            return TakeValue({|DYN010:room|});
        }

        public static int ByReference()
        {
            Hotel.Show(out Room room);
            return TakeReference(in room);
        }

        private static int TakeValue(Room room) => Hotel.Clean(in room);

        private static int TakeReference(in Room room) => Hotel.Clean(in room);
        """);

    [Fact]
    public Task A_call_through_a_readonly_reference_runs_on_a_hidden_copy() => Library.Verify("""
        public static void Outer()
        {
            Hotel.CheckIn(out Room room);
            Inner(in room);
            room.Vacate();
        }

        private static void Inner(in Room room) => {|DYN010:room|}.Vacate();
        """);

    [Fact]
    public Task Bytes_are_out_of_reach() => Library.Verify("""
        public static int Reads()
        {
            Hotel.Show(out Room room);
            return {|DYN010:System.Runtime.CompilerServices.Unsafe.As<Room, int>(ref room)|};
        }

        public static unsafe nuint Leaks()
        {
            Hotel.Show(out Room room);
            return (nuint){|DYN010:System.Runtime.CompilerServices.Unsafe.AsPointer(ref room)|};
        }
        """);
}
