using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class MissingNullCheckFixTests
{
    [Fact]
    public Task Leaves_where_the_slice_is_null_and_releases_what_is_held() => FixTest<MissingNullCheckFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run()
            {
                Events.Reserve(64, out Dynptr ptr);
                Slice<int> pid = ptr.Data<int>();
                {|DYN006:pid|}.Value = 1;
                ptr.Submit();
                return 0;
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run()
            {
                Events.Reserve(64, out Dynptr ptr);
                Slice<int> pid = ptr.Data<int>();
                if (pid.IsNull)
                {
                    ptr.Discard();
                    return 0;
                }

                pid.Value = 1;
                ptr.Submit();
                return 0;
            }
        }
        """,
        "Discard");

    [Fact]
    public Task Tests_in_the_style_of_the_method_and_in_all_places_at_once() => FixTest<MissingNullCheckFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly HashMap<uint, int> Counters = new(16);

            public static void Run(uint key)
            {
                MapValue<int> first = Counters.Lookup(in key);
                if (!first)
                    return;
                MapValue<int> second = Counters.Lookup(in key);
                {|DYN006:second|}.Value++;
                MapValue<int> third = Counters.Lookup(in key);
                {|DYN006:third|}.Value++;
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly HashMap<uint, int> Counters = new(16);

            public static void Run(uint key)
            {
                MapValue<int> first = Counters.Lookup(in key);
                if (!first)
                    return;
                MapValue<int> second = Counters.Lookup(in key);
                if (!second)
                    return;
                second.Value++;
                MapValue<int> third = Counters.Lookup(in key);
                if (!third)
                    return;
                third.Value++;
            }
        }
        """,
        "",
        iterations: 2);

    [Fact]
    public Task Gives_a_name_to_what_has_none() => FixTest<MissingNullCheckFix>.Verify(
        """
        using Dynptrs;

        public static class Probe
        {
            public static bool Run(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                int slice = 4;
                return {|DYN006:ptr.GetSlice<int>(0)|}.Value == slice;
            }
        }
        """,
        """
        using Dynptrs;

        public static class Probe
        {
            public static bool Run(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                int slice = 4;
                var slice2 = ptr.GetSlice<int>(0);
                if (slice2.IsNull)
                    return false;
                return slice2.Value == slice;
            }
        }
        """,
        "");

    [Fact]
    public Task Is_not_offered_where_the_slice_is_known_to_be_null() => FixTest<MissingNullCheckFix>.VerifyNotOffered(
        """
        using Dynptrs;

        public static class Probe
        {
            public static int Run(SkBuff skb)
            {
                skb.ToDynptr(out Dynptr ptr);
                ReadOnlySlice<int> number = ptr.GetSlice<int>(0);
                if (number.IsNull)
                    return {|DYN006:number|}.Value;
                return 0;
            }
        }
        """);

    [Fact]
    public Task Releases_all_that_is_held_in_its_order() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static void Run()
        {
            Events.Reserve(8, out var first);
            Events.Reserve(8, out var second);
            var number = second.Data<int>();
            {|DYN006:number|}.Value++;
            first.Submit();
            second.Submit();
        }
        """,
        """
        public static void Run()
        {
            Events.Reserve(8, out var first);
            Events.Reserve(8, out var second);
            var number = second.Data<int>();
            if (number.IsNull)
            {
                first.Submit();
                second.Submit();
                return;
            }

            number.Value++;
            first.Submit();
            second.Submit();
        }
        """,
        "Submit",
        title: "Leave where `number` is null, after a release with `Submit`");

    [Fact]
    public Task Tests_wherever_something_else_is_held_when_all_are_fixed_at_once() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static void Count(uint key)
        {
            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value++;
        }

        public static void Run()
        {
            Events.Reserve(8, out var ptr);
            var number = ptr.Data<int>();
            {|DYN006:number|}.Value++;
            ptr.Submit();
        }
        """,
        """
        public static void Count(uint key)
        {
            var number = Counters.Lookup(in key);
            if (number.IsNull)
                return;
            number.Value++;
        }

        public static void Run()
        {
            Events.Reserve(8, out var ptr);
            var number = ptr.Data<int>();
            if (number.IsNull)
            {
                ptr.Discard();
                return;
            }

            number.Value++;
            ptr.Submit();
        }
        """,
        iterations: 2);

    [Fact]
    public Task Gives_each_a_name_of_its_own() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static void Run(uint key)
        {
            {|DYN006:Counters.Lookup(in key)|}.Value++;
            {|DYN006:Counters.Lookup(in key)|}.Value++;
        }
        """,
        """
        public static void Run(uint key)
        {
            var slice = Counters.Lookup(in key);
            if (slice.IsNull)
                return;
            slice.Value++;
            var slice2 = Counters.Lookup(in key);
            if (slice2.IsNull)
                return;
            slice2.Value++;
        }
        """,
        "",
        iterations: 2);

    [Fact]
    public Task Gives_a_block_to_a_body_that_is_an_expression() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(uint key) => {|DYN006:Counters.Lookup(in key)|}.Value;
        """,
        """
        public static int Run(uint key)
        {
            var slice = Counters.Lookup(in key);
            if (slice.IsNull)
                return 0;
            return slice.Value;
        }
        """,
        "");

    [Fact]
    public Task Tests_the_right_slice_beside_the_wrong_one() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static void Run(uint key)
        {
            var right = Counters.Lookup(in key);
            var wrong = Counters.Lookup(in key);
            if (wrong.IsNull)
                return;
            {|DYN006:right|}.Value++;
        }
        """,
        """
        public static void Run(uint key)
        {
            var right = Counters.Lookup(in key);
            var wrong = Counters.Lookup(in key);
            if (wrong.IsNull)
                return;
            if (right.IsNull)
                return;
            right.Value++;
        }
        """,
        "");

    [Fact]
    public Task Keeps_what_a_label_stands_before_in_scope() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(uint key)
        {
        again:
            int value = {|DYN006:Counters.Lookup(in key)|}.Value;
            key++;
            if (value > 3)
                goto again;
            return value;
        }
        """,
        """
        public static int Run(uint key)
        {
        again:
            var slice = Counters.Lookup(in key);
            if (slice.IsNull)
                return 0;
            int value = slice.Value;
            key++;
            if (value > 3)
                goto again;
            return value;
        }
        """,
        "");

    [Fact]
    public Task Is_not_offered_where_a_path_has_released_and_another_has_not() => FixTest<MissingNullCheckFix>.VerifyMembersNotOffered(
        """
        public static void Run(uint n)
        {
            Events.Reserve(8, out var ptr);
            var number = Counters.Lookup(in n);
            if (n > 3)
                ptr.Submit();
            {|DYN006:number|}.Value++;
            if (n <= 3)
                ptr.Submit();
        }
        """);

    [Fact]
    public Task Is_not_offered_before_an_out_parameter_is_assigned() => FixTest<MissingNullCheckFix>.VerifyMembersNotOffered(
        """
        public static void Run(uint key, out int value)
        {
            var number = Counters.Lookup(in key);
            value = {|DYN006:number|}.Value;
        }
        """);

    [Fact]
    public Task Is_not_offered_in_a_finally() => FixTest<MissingNullCheckFix>.VerifyMembersNotOffered(
        """
        public static void Run(uint key)
        {
            var number = Counters.Lookup(in key);
            try
            {
                key++;
            }
            finally
            {
                {|DYN006:number|}.Value++;
            }
        }
        """);

    [Fact]
    public Task Is_not_offered_where_something_is_evaluated_first() => FixTest<MissingNullCheckFix>.VerifyMembersNotOffered(
        """
        public static int Run(uint key)
        {
            int value = (int)key++ + {|DYN006:Counters.Lookup(in key)|}.Value;
            return value;
        }
        """);

    [Fact]
    public Task Is_not_offered_for_the_condition_of_a_loop() => FixTest<MissingNullCheckFix>.VerifyMembersNotOffered(
        """
        public static void Run(uint key)
        {
            var number = Counters.Lookup(in key);
            while ({|DYN006:number|}.Value > 3)
                key++;
        }
        """);

    [Fact]
    public Task Leaves_top_level_statements() => FixTest<MissingNullCheckFix>.Verify(
        """
        using Dynptrs;

        uint key = 1;
        var map = new HashMap<uint, int>(16);
        var number = map.Lookup(in key);
        {|DYN006:number|}.Value = 1;
        """,
        """
        using Dynptrs;

        uint key = 1;
        var map = new HashMap<uint, int>(16);
        var number = map.Lookup(in key);

        if (number.IsNull)
            return;

        number.Value = 1;
        """,
        "");

    [Fact]
    public Task Knows_a_view_by_its_contracts_only() => FixTest<MissingNullCheckFix>.Verify(
        """
        using System;
        using Dynptrs;

        [View]
        public readonly ref struct Window
        {
            private readonly Span<int> _panes;
            [NullTest(false)] public bool IsOpen => !_panes.IsEmpty;
            [Dereferences] public ref int Pane => ref _panes[0];
        }

        [Owner]
        public ref struct Room
        {
            private int _number;
            [Releases("room")] public void Vacate() => _number = 0;
        }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new NotSupportedException();
            [return: SliceOf("room"), MayBeNull] public static Window Look([Borrowed] scoped in Room room) => throw new NotSupportedException();
        }

        public static class Guest
        {
            public static string? Stay()
            {
                Hotel.CheckIn(out var room);
                var window = Hotel.Look(in room);
                {|DYN006:window|}.Pane = 1;
                room.Vacate();
                return "well";
            }
        }
        """,
        """
        using System;
        using Dynptrs;

        [View]
        public readonly ref struct Window
        {
            private readonly Span<int> _panes;
            [NullTest(false)] public bool IsOpen => !_panes.IsEmpty;
            [Dereferences] public ref int Pane => ref _panes[0];
        }

        [Owner]
        public ref struct Room
        {
            private int _number;
            [Releases("room")] public void Vacate() => _number = 0;
        }

        public static class Hotel
        {
            public static int CheckIn([Acquires("room")] out Room room) => throw new NotSupportedException();
            [return: SliceOf("room"), MayBeNull] public static Window Look([Borrowed] scoped in Room room) => throw new NotSupportedException();
        }

        public static class Guest
        {
            public static string? Stay()
            {
                Hotel.CheckIn(out var room);
                var window = Hotel.Look(in room);
                if (!window.IsOpen)
                {
                    room.Vacate();
                    return default;
                }

                window.Pane = 1;
                room.Vacate();
                return "well";
            }
        }
        """,
        "Vacate");
}
