using System.Threading.Tasks;
using Dynptrs.CodeFixes;

namespace Dynptrs.Analyzers.Tests.CodeFixes;

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
}
