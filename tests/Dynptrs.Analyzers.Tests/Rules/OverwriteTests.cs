using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

public sealed class OverwriteTests
{
    [Fact]
    public Task The_last_holder_may_not_be_overwritten() => Library.Verify("""
        public static void Last()
        {
            Hotel.CheckIn(out Room room);
            Hotel.CheckIn(out {|DYN004:room|});
            Hotel.CheckOut(ref room);
        }

        public static void NotLast()
        {
            Hotel.CheckIn(out Room room);
            Hotel.Share(in room, out Room other);
            Hotel.CheckIn(out room);
            Hotel.CheckOut(ref room);
            Hotel.CheckOut(ref other);
        }

        public static void Unreferenced()
        {
            Hotel.Show(out Room room);
            Hotel.Show(out room);
        }
        """);

    [Fact]
    public Task Assignment_overwrites() => Library.Verify("""
        public static void Cleared()
        {
            Hotel.CheckIn(out Room room);
            room = {|DYN004:default|};
        }

        public static int UsedAfterwards()
        {
            Hotel.Show(out Room room);
            room = default;
            return Hotel.Clean(in {|DYN003:room|});
        }

        public static int Replaced()
        {
            Room room = Hotel.Book();
            room = {|DYN004:Hotel.Book()|};
            room.Vacate();
            return 0;
        }
        """);
}
