using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>Every construct of C# through which a reference may go: rejected, and its nearest accepted neighbour.</summary>
public sealed class ControlFlowTests
{
    [Fact]
    public Task Early_return() => Library.Verify("""
        public static int Leaks()
        {
            int err = Hotel.CheckIn(out Room room);
            if (err != 0)
                {|DYN001:return 1;|}
            Hotel.CheckOut(ref room);
            return 0;
        }

        public static int Releases()
        {
            int err = Hotel.CheckIn(out Room room);
            if (err != 0)
            {
                Hotel.CheckOut(ref room);
                return 1;
            }

            Hotel.CheckOut(ref room);
            return 0;
        }
        """);

    [Fact]
    public Task End_of_a_void_body() => Library.Verify("""
        public static void Leaks()
        {
            Hotel.CheckIn(out Room room);
        {|DYN001:}|}

        public static void Releases()
        {
            Hotel.CheckIn(out Room room);
            Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task One_mistake_with_several_exits_is_one_diagnostic() => Library.Verify("""
        public static int Leaks(int n)
        {
            Hotel.CheckIn(out Room room);
            if (n == 1)
                {|DYN001:return 1;|}
            if (n == 2)
                return 2;
            return 0;
        }
        """);

    [Fact]
    public Task Switch_statement() => Library.Verify("""
        public static int Leaks(int n)
        {
            Hotel.CheckIn(out Room room);
            switch (n)
            {
                case 1:
                    Hotel.CheckOut(ref room);
                    return 1;
                case 2:
                    {|DYN001:return 2;|}
                default:
                    Hotel.CheckOut(ref room);
                    break;
            }

            return 0;
        }

        public static int Releases(int n)
        {
            Hotel.CheckIn(out Room room);
            switch (n)
            {
                case 1:
                    Hotel.CheckOut(ref room);
                    return 1;
                case 2:
                    goto default;
                default:
                    Hotel.CheckOut(ref room);
                    break;
            }

            return 0;
        }
        """);

    [Fact]
    public Task Goto() => Library.Verify("""
        public static int Twice(int n)
        {
            Hotel.CheckIn(out Room room);
            if (n > 0)
                goto done;
            Hotel.CheckOut(ref room);
        done:
            Hotel.CheckOut(ref {|DYN002:room|});
            return 0;
        }

        public static int Once(int n)
        {
            Hotel.CheckIn(out Room room);
            if (n > 0)
                goto done;
            Hotel.Clean(in room);
        done:
            Hotel.CheckOut(ref room);
            return 0;
        }
        """);

    [Fact]
    public Task Loops() => Library.Verify("""
        public static void InEachRound(int n)
        {
            for (int i = 0; i < n; i++)
            {
                Hotel.CheckIn(out Room room);
                Hotel.CheckOut(ref room);
            }
        }

        public static void KeptAtTheEndOfARound(int n)
        {
            while (n-- > 0)
            {
                Hotel.CheckIn(out Room room);
            {|DYN001:}|}
        }

        public static void KeptByContinue(int n)
        {
            while (n-- > 0)
            {
                Hotel.CheckIn(out Room room);
                if (n == 3)
                    {|DYN001:continue;|}
                Hotel.CheckOut(ref room);
            }
        }

        public static void FirstAndLastRound()
        {
            Room room = default;
            for (int i = 0; i < 4; i++)
            {
                if (i == 0)
                    Hotel.CheckIn(out room);
                if (i == 3)
                    Hotel.CheckOut(ref room);
            }
        }

        public static void Foreach(ReadOnlySpan<int> guests)
        {
            Hotel.CheckIn(out Room room);
            foreach (int guest in guests)
            {
                if (guest == 0)
                    break;
                Hotel.Clean(in room);
            }

            Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task Try_finally() => Library.Verify("""
        public static int Releases(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                if (n == 0)
                    return 1;
                Hotel.Clean(in room);
            }
            finally
            {
                Hotel.CheckOut(ref room);
            }

            return 0;
        }

        public static int ReleasesTooOften(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                if (n == 0)
                    Hotel.CheckOut(ref room);
            }
            finally
            {
                Hotel.CheckOut(ref {|DYN002:room|});
            }

            return 0;
        }
        """);

    [Fact]
    public Task Throw() => Library.Verify("""
        public static void Leaks(int n)
        {
            Hotel.CheckIn(out Room room);
            if (n < 0)
                {|DYN001:throw new ArgumentException();|}
            Hotel.CheckOut(ref room);
        }

        public static void Catches(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                if (n < 0)
                    throw new ArgumentException();
            }
            catch (ArgumentException)
            {
            }

            Hotel.CheckOut(ref room);
        }
        """);

    [Fact]
    public Task Using() => Library.Verify("""
        public static int Disposes(int n)
        {
            using Room room = Hotel.Book();
            if (n > 0)
                return 1;
            Hotel.Clean(in room);
            return 0;
        }

        public static int Forgets(int n)
        {
            Room room = Hotel.Book();
            if (n > 0)
                {|DYN001:return 1;|}
            room.Vacate();
            return 0;
        }
        """);

    [Fact]
    public Task Conditional_expressions() => Library.Verify("""
        public static int Picks(bool first)
        {
            Hotel.CheckIn(out Room a);
            Hotel.CheckIn(out Room b);
            Hotel.CheckOut(ref (first ? ref a : ref b));
            Hotel.CheckOut(ref (first ? ref b : ref a));
            return 0;
        }

        public static int PicksTheSame(bool first)
        {
            Hotel.CheckIn(out Room a);
            Hotel.CheckIn(out Room b);
            Hotel.CheckOut(ref (first ? ref a : ref b));
            Hotel.CheckOut(ref ({|DYN002:first ? ref a : ref b|}));
            {|DYN001:return 0;|}
        }
        """);

    [Fact]
    public Task Patterns() => Library.Verify("""
        public static int Tested()
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            return window is { IsNull: false } ? window.Pane : 0;
        }

        public static int TestedTheOtherWay()
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            return window is { IsNull: true } ? {|DYN006:window|}.Pane : 0;
        }

        public static int ByAVariable()
        {
            Hotel.Show(out Room room);
            if (Hotel.Look(in room) is { IsNull: false } window)
                return window.Pane;
            return 0;
        }

        public static int BySwitchExpression(int n)
        {
            Hotel.CheckIn(out Room room);
            int result = n switch
            {
                0 => 1,
                > 5 and < 9 => Hotel.Clean(in room),
                _ => 2,
            };
            Hotel.CheckOut(ref room);
            return result;
        }
        """);

    [Fact]
    public Task Bools_that_hold_an_outcome() => Library.Verify("""
        public static int Held(int n)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = !window.IsNull;
            if (!ok)
                return 0;
            return window.Pane;
        }

        public static int Combined(int n)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = window && n > 3;
            return ok ? window.Pane : 0;
        }

        public static int Wrong(int n)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = window || n > 3;
            return ok ? {|DYN006:window|}.Pane : 0;
        }

        public static int Flag(int n)
        {
            bool isIn = false;
            Room room = default;
            if (n > 3)
            {
                Hotel.CheckIn(out room);
                isIn = true;
            }

            if (isIn)
                Hotel.CheckOut(ref room);
            return 0;
        }
        """);

    [Fact]
    public Task Bools_that_are_combined_without_branches() => Library.Verify("""
        public static int And(bool wanted)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = wanted;
            ok &= window;
            return ok & wanted ? window.Pane : 0;
        }

        public static int Or(bool wanted)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = window;
            return ok | wanted ? {|DYN006:window|}.Pane : 0;
        }

        public static int NotOr(bool wanted)
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool bad = window.IsNull;
            if (bad | wanted)
                return 0;
            return window.Pane;
        }

        public static int Xor()
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            bool ok = window.IsNull ^ true;
            return ok ? window.Pane : 0;
        }
        """);

    [Fact]
    public Task Copies_of_slices_and_spans_taken_from_them() => Library.Verify("""
        public static int Copy()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            Window copy = window;
            int pane = copy ? window.Pane : 0;
            Hotel.CheckOut(ref room);
            return pane;
        }

        public static int Span()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            if (!window)
            {
                Hotel.CheckOut(ref room);
                return 0;
            }

            Span<int> panes = window.Panes;
            ref int pane = ref panes[1];
            pane = 5;
            Hotel.CheckOut(ref room);
            return {|DYN005:pane|};
        }

        public static void Store()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            if (window)
            {
                ref int pane = ref window.Pane;
                pane = 5;
                Hotel.CheckOut(ref room);
                {|DYN005:pane|} = 6;
                return;
            }

            Hotel.CheckOut(ref room);
        }

        public static int Enumerated()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            Span<int> panes = window ? window.Panes : default;
            Hotel.CheckOut(ref room);
            int sum = 0;
            foreach (int pane in {|DYN005:panes|})
                sum += pane;
            return sum;
        }

        public static int Decoded()
        {
            Hotel.CheckIn(out Room room);
            Window window = Hotel.Look(in room);
            if (!window)
            {
                Hotel.CheckOut(ref room);
                return 0;
            }

            Span<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(window.Panes);
            Hotel.CheckOut(ref room);
            return System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian({|DYN005:bytes|});
        }

        public static int AfterPainting()
        {
            Hotel.Show(out Room room);
            Window window = Hotel.Look(in room);
            if (!window)
                return 0;
            Hotel.Paint(in room);
            return {|DYN005:window|}.Pane;
        }
        """);

    [Fact]
    public Task Fields_that_hold_an_owner() => Library.Verify("""
        private ref struct Stay
        {
            public Room Room;
            public int Nights;
        }

        public static int Releases()
        {
            Stay stay = default;
            Hotel.CheckIn(out stay.Room);
            stay.Nights = 3;
            Hotel.CheckOut(ref stay.Room);
            return stay.Nights;
        }

        public static int Leaks()
        {
            Stay stay = default;
            Hotel.CheckIn(out stay.Room);
            stay.Nights = 3;
            {|DYN001:return stay.Nights;|}
        }
        """);

    [Fact]
    public Task State_machines_in_loops() => Library.Verify("""
        public static void Right(int n)
        {
            Room room = default;
            int state = 0;
            for (int i = 0; i < n; i++)
            {
                switch (state)
                {
                    case 0:
                        Hotel.CheckIn(out room);
                        state = 1;
                        break;
                    case 1:
                        Hotel.Clean(in room);
                        state = 2;
                        break;
                    case 2:
                        Hotel.CheckOut(ref room);
                        state = 0;
                        break;
                }
            }

            if (state == 1 || state == 2)
                Hotel.CheckOut(ref room);
        }

        public static void Wrong(int n)
        {
            Room room = default;
            int state = 0;
            for (int i = 0; i < n; i++)
            {
                switch (state)
                {
                    case 0:
                        Hotel.CheckIn(out room);
                        state = 1;
                        break;
                    case 1:
                        Hotel.Clean(in room);
                        state = 2;
                        break;
                    case 2:
                        Hotel.CheckOut(ref room);
                        state = 0;
                        break;
                }
            }

            if (state == 1)
                Hotel.CheckOut(ref room);
        {|DYN001:}|}

        public static int Flags(ReadOnlySpan<int> guests)
        {
            Room a = default, b = default;
            bool hasA = false, hasB = false;
            int sum = 0;
            foreach (int guest in guests)
            {
                sum += guest;
                if (guest == 1 && !hasA)
                {
                    Hotel.CheckIn(out a);
                    hasA = true;
                }

                if (guest == 2 && !hasB)
                {
                    Hotel.CheckIn(out b);
                    hasB = true;
                }
            }

            if (hasA)
                Hotel.CheckOut(ref a);
            {|DYN001:return sum;|}
        }
        """);

    [Fact]
    public Task Handles() => Library.Verify("""
        public static void Returns()
        {
            Umbrella? umbrella = Stand.Take();
            if (umbrella is null)
                return;
            Stand.Return(umbrella);
        }

        public static void Keeps()
        {
            Umbrella? umbrella = Stand.Take();
            if (umbrella == null)
                return;
        {|DYN001:}|}

        public static int Array()
        {
            byte[] towels = Laundry.Take();
            towels[0] = 1;
            Laundry.Return(towels);
            return {|DYN003:towels[0]|};
        }

        public static void ArrayTwice()
        {
            byte[] towels = Laundry.Take();
            Laundry.Return(towels);
            Laundry.Return({|DYN002:towels|});
        }

        public static void Twice()
        {
            if (Stand.Take() is { } umbrella)
            {
                Stand.Return(umbrella);
                Stand.Return({|DYN002:umbrella|});
            }
        }
        """);
}
