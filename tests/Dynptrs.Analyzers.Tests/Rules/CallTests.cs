using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Callees that are followed, callbacks, and calls that cannot be followed.</summary>
public sealed class CallTests
{
    [Fact]
    public Task Callees_without_a_contract_are_followed() => Library.Verify("""
        public static int Releases()
        {
            Enter(out Room room);
            Leave(ref room);
            return 0;
        }

        public static int Leaks()
        {
            Enter(out Room room);
            {|DYN001:return 0;|}
        }

        public static int Twice()
        {
            Enter(out Room room);
            Leave(ref room);
            LeaveAgain(ref room);
            return 0;
        }

        private static void Enter(out Room room) => Hotel.CheckIn(out room);

        private static void Leave(ref Room room) => Hotel.CheckOut(ref room);

        private static void LeaveAgain(ref Room room) => Hotel.CheckOut(ref {|DYN002:room|});
        """);

    [Fact]
    public Task A_window_may_be_returned_and_must_be_tested() => Library.Verify("""
        public static int Tested()
        {
            Hotel.Show(out Room room);
            Window window = Open(in room);
            return window ? window.Pane : 0;
        }

        public static int Untested()
        {
            Hotel.Show(out Room room);
            return {|DYN006:Open(in room)|}.Pane;
        }

        private static Window Open(scoped in Room room) => Hotel.Look(in room);
        """);

    [Fact]
    public Task Local_functions_are_followed() => Library.Verify("""
        public static int Releases(int n)
        {
            Hotel.CheckIn(out Room room);
            Leave(ref room);
            return 0;

            void Leave(ref Room left)
            {
                if (n >= 0 || n < 0)
                    Hotel.CheckOut(ref left);
            }
        }

        public static int Keeps(int n)
        {
            Hotel.CheckIn(out Room room);
            Leave(ref room);
            {|DYN001:return 0;|}

            void Leave(ref Room left)
            {
                if (n == 4)
                    Hotel.CheckOut(ref left);
            }
        }
        """);

    [Fact]
    public Task Callbacks_given_as_method_groups() => Library.Verify("""
        public static int Uses()
        {
            Hotel.CheckIn(out Room room);
            Hotel.Tour(10, Look, ref room);
            Hotel.CheckOut(ref room);
            return 0;
        }

        public static int Keeps()
        {
            Hotel.Show(out Room room);
            Hotel.Tour(10, CheckIn, ref room);
            return 0;
        }

        private static int Look(int floor, ref Room luggage) => Hotel.Clean(in luggage);

        private static int CheckIn(int floor, ref Room luggage)
        {
            Hotel.CheckIn(out Room own);
            {|DYN001:return 0;|}
        }
        """);

    [Fact]
    public Task Callbacks_given_as_static_lambdas() => Library.Verify("""
        public static int Uses()
        {
            Hotel.CheckIn(out Room room);
            Hotel.Tour(10, static (int floor, ref Room luggage) => Hotel.Clean(in luggage), ref room);
            Hotel.CheckOut(ref room);
            return 0;
        }

        public static int Keeps()
        {
            Hotel.Show(out Room room);
            Hotel.Tour(
                10,
                static (floor, ref luggage) =>
                {
                    Hotel.CheckIn(out Room own);
                    {|DYN001:return 0;|}
                },
                ref room);
            return 0;
        }
        """);

    [Fact]
    public Task A_callback_that_releases_its_context_is_run_again_which_is_one_mistake() => Library.Verify("""
        public static int Releases()
        {
            Hotel.CheckIn(out Room room);
            Hotel.Tour(10, Leave, ref room);
            Hotel.CheckOut(ref room);
            return 0;
        }

        private static int Leave(int floor, ref Room luggage)
        {
            Hotel.CheckOut(ref {|DYN002:luggage|});
            return 0;
        }
        """);

    [Fact]
    public Task A_delegate_that_is_not_known_is_not_followed() => Library.Verify("""
        public delegate void Take(ref Room room);

        public static int Known()
        {
            Hotel.CheckIn(out Room room);
            Take take = static (ref Room r) => Hotel.CheckOut(ref r);
            take(ref room);
            return 0;
        }

        public static int Unknown(Take take)
        {
            Hotel.CheckIn(out Room room);
            take(ref {|DYN030:room|});
            return 0;
        }
        """);

    [Fact]
    public Task A_delegate_that_all_callers_know_is_followed() => Library.Verify("""
        public delegate void Take(ref Room room);

        public static void Released() => Stay(static (ref Room room) => Hotel.CheckOut(ref room));

        public static void Cleaned() => Lodge(static (ref Room room) => Hotel.Clean(in room));

        public static void Handed(Take take) => Visit(take);

        private static void Stay(Take leave)
        {
            Hotel.CheckIn(out Room room);
            leave(ref room);
        }

        private static void Lodge(Take leave)
        {
            Hotel.CheckIn(out Room room);
            leave(ref room);
        {|DYN001:}|}

        private static void Visit(Take leave)
        {
            Hotel.CheckIn(out Room room);
            leave(ref {|DYN030:room|});
        }

        public static void Unknown(Take leave)
        {
            Hotel.CheckIn(out Room room);
            leave(ref {|DYN030:room|});
        }
        """);

    [Fact]
    public Task A_delegate_of_a_method_with_a_contract_is_trusted() => Library.Verify("""
        public delegate void Take(ref Room room);

        public static void Released()
        {
            Take leave = Hotel.CheckOut;
            Hotel.CheckIn(out Room room);
            leave(ref room);
        }

        public static void Twice()
        {
            Take leave = Hotel.CheckOut;
            Hotel.CheckIn(out Room room);
            leave(ref room);
            leave(ref {|DYN002:room|});
        }

        public static void Handed() => Stay(Hotel.CheckOut);

        private static void Stay(Take leave)
        {
            Hotel.CheckIn(out Room room);
            leave(ref room);
        }
        """);

    [Fact]
    public Task An_owner_from_nowhere_is_refused() => Library.Verify("""
        public interface IClerk
        {
            Room Give();
        }

        public static int Unknown(IClerk clerk)
        {
            Room room = {|DYN030:clerk.Give()|};
            return Hotel.Clean(in room);
        }

        public static int Known()
        {
            Room room = Give();
            int result = Hotel.Clean(in room);
            room.Vacate();
            return result;
        }

        private static Room Give() => Hotel.Book();
        """);

    [Fact]
    public Task What_a_pointer_may_change_is_not_known() => Library.Verify("""
        public static unsafe void Changed(int n)
        {
            Room room = default;
            int isIn = 0;
            int* alias = &isIn;
            if (n > 3)
            {
                Hotel.CheckIn(out room);
                isIn = 1;
                *alias = 0;
            }

            if (isIn == 1)
                Hotel.CheckOut(ref {|DYN002:room|});
        {|DYN001:}|}

        public static void Unchanged(int n)
        {
            Room room = default;
            int isIn = 0;
            if (n > 3)
            {
                Hotel.CheckIn(out room);
                isIn = 1;
            }

            if (isIn == 1)
                Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task Host_code_may_call_whatever_it_gives_nothing_to() => Library.Verify("""
        public static int Runs(int n)
        {
            Hotel.CheckIn(out Room room);
            int result = Fibonacci(n);
            if (IsOdd(n))
                result++;
            if (IsOdd(n))
                result--;
            Hotel.CheckOut(ref room);
            return result;
        }

        public static void AnswersAreFollowed(int n)
        {
            Room room = default;
            bool isIn = IsLarge(n);
            if (isIn)
                Hotel.CheckIn(out room);
            if (IsLarge(n))
                Hotel.CheckOut(ref room);
        }

        private static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);

        private static bool IsOdd(int n) => n != 0 && IsEven(n - 1);

        private static bool IsEven(int n) => n == 0 || IsOdd(n - 1);

        private static bool IsLarge(int n) => n > 100;
        """);

    [Fact]
    public Task Recursion_is_refused() => Library.Verify("""
        public static int Start()
        {
            Hotel.CheckIn(out Room room);
            Again(ref room, 3);
            return 0;
        }

        private static void Again(ref Room room, int n)
        {
            if (n > 0)
                {|DYN031:Again(ref room, n - 1)|};
            else
                Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task Dead_memory_is_not_passed_to_a_method_that_is_verified_alone() => Library.Verify("""
        public static int Before()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            Span<int> panes = window ? window.Panes : default;
            int sum = Sum(panes);
            Hotel.CheckOut(ref room);
            return sum;
        }

        public static int After()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            Span<int> panes = window ? window.Panes : default;
            Hotel.CheckOut(ref room);
            return Sum({|DYN005:panes|});
        }

        private static int Sum(Span<int> panes)
        {
            int sum = 0;
            foreach (int pane in panes)
                sum += pane;
            return sum;
        }
        """);

    [Fact]
    public Task A_method_may_return_one_of_several_variables() => Library.Verify("""
        public static int Both(bool first)
        {
            Hotel.CheckIn(out Room a);
            Hotel.CheckIn(out Room b);
            Hotel.CheckOut(ref Pick(ref a, ref b, first));
            Hotel.CheckOut(ref Pick(ref b, ref a, first));
            return 0;
        }

        public static int OneTwice(bool first)
        {
            Hotel.CheckIn(out Room a);
            Hotel.CheckIn(out Room b);
            Hotel.CheckOut(ref Pick(ref a, ref b, first));
            Hotel.CheckOut(ref {|DYN002:Pick(ref a, ref b, first)|});
            {|DYN001:return 0;|}
        }

        private static ref Room Pick(ref Room a, ref Room b, bool first) => ref first ? ref a : ref b;
        """);
}
