using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Leaving;

/// <summary>A test that leaves early leaves as its method does elsewhere.</summary>
public sealed class ExitStyleTests
{
    [Fact]
    public Task Returns_what_is_returned_where_something_else_is_null() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(uint key)
        {
            var first = Counters.Lookup(in key);
            if (!first)
                return -1;
            var second = Counters.Lookup(in key);
            {|DYN006:second|}.Value++;
            return first.Value;
        }
        """,
        """
        public static int Run(uint key)
        {
            var first = Counters.Lookup(in key);
            if (!first)
                return -1;
            var second = Counters.Lookup(in key);
            if (!second)
                return -1;
            second.Value++;
            return first.Value;
        }
        """,
        title: "Leave where `second` is null");

    [Fact]
    public Task Sets_the_error_variable_and_leaves_by_the_label_in_all_places_at_once() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            int err = Events.Reserve(64, out Dynptr ptr);
            if (err != 0)
                goto discard;
            if (n > 9)
            {
                err = -Errno.EINVAL;
                goto discard;
            }

            var number = ptr.Data<int>();
            {|DYN006:number|}.Value = n;
            var other = ptr.Data<int>(4);
            {|DYN006:other|}.Value = n;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return err;
        }
        """,
        """
        public static int Run(int n)
        {
            int err = Events.Reserve(64, out Dynptr ptr);
            if (err != 0)
                goto discard;
            if (n > 9)
            {
                err = -Errno.EINVAL;
                goto discard;
            }

            var number = ptr.Data<int>();
            if (number.IsNull)
            {
                err = -Errno.EINVAL;
                goto discard;
            }

            number.Value = n;
            var other = ptr.Data<int>(4);
            if (other.IsNull)
            {
                err = -Errno.EINVAL;
                goto discard;
            }

            other.Value = n;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return err;
        }
        """,
        iterations: 2);

    [Fact]
    public Task Leaves_by_a_label_that_releases() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out Dynptr ptr);
            var number = ptr.Data<int>();
            {|DYN006:number|}.Value = n;
            if (n > 9)
                goto discard;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        """
        public static int Run(int n)
        {
            Events.Reserve(64, out Dynptr ptr);
            var number = ptr.Data<int>();
            if (number.IsNull)
                goto discard;
            number.Value = n;
            if (n > 9)
                goto discard;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        "Goto");

    [Fact]
    public Task Sets_the_error_variable_that_is_returned() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(uint key, int n)
        {
            int err = 0;
            if (n > 9)
            {
                err = -Errno.E2BIG;
                return err;
            }

            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value = n;
            return err;
        }
        """,
        """
        public static int Run(uint key, int n)
        {
            int err = 0;
            if (n > 9)
            {
                err = -Errno.E2BIG;
                return err;
            }

            var number = Counters.Lookup(in key);
            if (number.IsNull)
            {
                err = -Errno.E2BIG;
                return err;
            }

            number.Value = n;
            return err;
        }
        """);

    [Fact]
    public Task A_bound_is_kept_in_the_same_way() => FixTest<AccessGuardFix>.VerifyMembers(
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            uint i = KernelRandom.NextUInt32() & 15;
            var data = ptr.Data(0, 8);
            if (data.IsNull)
                goto discard;
            {|DYN007:data[i]|} = 1;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        """
        [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            uint i = KernelRandom.NextUInt32() & 15;
            var data = ptr.Data(0, 8);
            if (data.IsNull)
                goto discard;
            if (i >= (uint)data.Length)
                goto discard;
            data[i] = 1;
            ptr.Submit();
            return 0;
        discard:
            ptr.Discard();
            return 0;
        }
        """,
        "Goto",
        title: "Leave by `discard` where `i >= (uint)data.Length`");

    [Fact]
    public Task Does_not_go_on_where_another_test_does() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static int Run(uint key, int n)
        {
            if (n > 9)
                goto next;
            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value = n;
        next:
            Counters.Delete(1);
            return n;
        }
        """,
        """
        public static int Run(uint key, int n)
        {
            if (n > 9)
                goto next;
            var number = Counters.Lookup(in key);
            if (number.IsNull)
                return 0;
            number.Value = n;
        next:
            Counters.Delete(1);
            return n;
        }
        """);

    /// <summary>A label that releases only some of what is held would leak the rest.</summary>
    [Theory]
    [InlineData("first.Discard();", new[] { "Discard", "Submit" })]
    [InlineData("first.Discard();\n            second.Discard();", new[] { "Goto", "Discard", "Submit" })]
    public async Task Leaves_by_a_label_only_where_that_releases_all(string releases, string[] keys) => Assert.Equal(
        keys.Select(key => $"MissingNullCheckFix.{key}"),
        await Offers.FindAsync(
            $$"""
            using Dynptrs;

            public static class Probe
            {
                public static int Run(RingBuf events, int n)
                {
                    events.Reserve(8, out var first);
                    if (n == 1)
                    {
                        first.Discard();
                        return 0;
                    }

                    events.Reserve(8, out var second);
                    if (n == 2)
                    {
                        second.Discard();
                        first.Discard();
                        return 0;
                    }

                    var number = first.Data<int>();
                    number.Value = n;
                    if (n == 3)
                    {
                        {{(releases.Contains("second") ? "" : "second.Discard();")}}
                        goto discard;
                    }

                    second.Submit();
                    first.Submit();
                    return 0;
                discard:
                    {{releases}}
                    return 0;
                }
            }
            """));

    [Fact]
    public Task Leaves_asynchronous_methods_and_iterators() => FixTest<MissingNullCheckFix>.VerifyMembers(
        """
        public static async System.Threading.Tasks.Task<int> Wait(uint key)
        {
            await System.Threading.Tasks.Task.Yield();
            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value++;
            return 1;
        }

        public static async System.Threading.Tasks.Task Rest(uint key)
        {
            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value++;
            await System.Threading.Tasks.Task.Yield();
        }

        public static System.Collections.Generic.IEnumerable<int> Count(uint key)
        {
            yield return 1;
            var number = Counters.Lookup(in key);
            {|DYN006:number|}.Value++;
        }
        """,
        """
        public static async System.Threading.Tasks.Task<int> Wait(uint key)
        {
            await System.Threading.Tasks.Task.Yield();
            var number = Counters.Lookup(in key);
            if (number.IsNull)
                return 0;
            number.Value++;
            return 1;
        }

        public static async System.Threading.Tasks.Task Rest(uint key)
        {
            var number = Counters.Lookup(in key);
            if (number.IsNull)
                return;
            number.Value++;
            await System.Threading.Tasks.Task.Yield();
        }

        public static System.Collections.Generic.IEnumerable<int> Count(uint key)
        {
            yield return 1;
            var number = Counters.Lookup(in key);
            if (number.IsNull)
                yield break;
            number.Value++;
        }
        """,
        iterations: 3);
}
