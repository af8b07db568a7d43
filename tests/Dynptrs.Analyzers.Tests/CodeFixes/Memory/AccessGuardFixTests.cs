using System;
using System.Threading.Tasks;
using Dynptrs.CodeFixes.Memory;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Memory;

public sealed class AccessGuardFixTests
{
    [Fact]
    public Task Leaves_where_an_index_without_a_bound_is_too_high_and_releases_what_is_held() => Verify(
        """
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            uint i = (uint)CurrentTask.GetPidTgid();
            Slice data = ptr.Data(0, 8);
            if (data)
                {|DYN008:data[i]|} = 1; // the mark
            ptr.Submit();
            return 0;
        }
        """,
        """
        public static int Run(TracepointContext ctx)
        {
            Events.Reserve(64, out Dynptr ptr);
            uint i = (uint)CurrentTask.GetPidTgid();
            Slice data = ptr.Data(0, 8);
            if (data)
            {
                if (i >= (uint)data.Length)
                {
                    ptr.Discard();
                    return 0;
                }

                data[i] = 1; // the mark
            }

            ptr.Submit();
            return 0;
        }
        """,
        title: "Leave where `i >= (uint)data.Length`, after a release with `Discard`");

    [Fact]
    public Task Tests_both_ends_where_an_index_may_be_negative_and_counts_where_a_slice_may_be_null() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int i = (int)CurrentTask.GetPidTgid();
            return head ? {|DYN007:head[i]|} : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int i = (int)CurrentTask.GetPidTgid();
            if ((uint)i >= 8)
                return 0;
            return head ? head[i] : 0;
        }
        """);

    [Fact]
    public Task Tests_the_upper_end_where_the_lower_is_known() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int i = (int)(CurrentTask.GetPidTgid() & 15);
            return head ? {|DYN007:head[i]|} : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int i = (int)(CurrentTask.GetPidTgid() & 15);
            if (i >= 8)
                return 0;
            return head ? head[i] : 0;
        }
        """);

    [Fact]
    public Task Tests_the_variable_behind_a_conversion() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid();
            if (!head)
                return 0;
            return {|DYN008:head.Span[(int)(i & 0x7fffffff)]|};
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid();
            if (!head)
                return 0;
            var index = (int)(i & 0x7fffffff);
            if (index >= head.Span.Length)
                return 0;
            return head.Span[index];
        }
        """);

    [Fact]
    public Task Gives_a_name_to_an_index_that_is_computed() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint index = (uint)CurrentTask.GetPidTgid();
            if (head && index < 8 && {|DYN007:head[index + 2]|} == 1)
                return 1;
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint index = (uint)CurrentTask.GetPidTgid();
            var index2 = index + 2;
            if (index2 >= 8)
                return 0;
            if (head && index < 8 && head[index2] == 1)
                return 1;
            return 0;
        }
        """);

    [Fact]
    public Task Gives_a_name_to_an_index_that_has_an_effect() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            if (!head)
                return 0;
            int i = (int)(CurrentTask.GetPidTgid() & 15);
            return {|DYN007:head[i++]|} + i;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            if (!head)
                return 0;
            int i = (int)(CurrentTask.GetPidTgid() & 15);
            var index = i++;
            if (index >= head.Length)
                return 0;
            return head[index] + i;
        }
        """);

    [Fact]
    public Task Masks_an_index_where_the_size_is_a_power_of_two() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid();
            return head ? {|DYN008:head[i + 1]|} : 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid();
            return head ? head[(i + 1) & 7] : 0;
        }
        """,
        method: "Mask",
        title: "Mask `i + 1` with 7");

    [Fact]
    public Task Ends_a_loop_in_time() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int sum = 0;
            if (!head)
                return 0;
            // All of them.
            for (int i = 0; i <= 8; i++) // and one too many
                sum += {|DYN007:head[i]|};
            return sum;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            int sum = 0;
            if (!head)
                return 0;
            // All of them.
            for (int i = 0; i < head.Length; i++) // and one too many
                sum += head[i];
            return sum;
        }
        """,
        title: "Loop while `i < head.Length`");

    [Fact]
    public Task Keeps_what_else_ends_a_loop() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint sum = 0, n = (uint)CurrentTask.GetPidTgid() & 15;
            if (!head)
                return 0;
            for (uint i = 0; i < n; i++)
                sum += {|DYN007:head[i]|};
            return (int)sum;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint sum = 0, n = (uint)CurrentTask.GetPidTgid() & 15;
            if (!head)
                return 0;
            for (uint i = 0; i < n && i < (uint)head.Length; i++)
                sum += head[i];
            return (int)sum;
        }
        """,
        method: "Loop");

    [Fact]
    public Task Bounds_a_length_that_is_asked_of_a_buffer() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> buffer = stackalloc byte[32];
            uint chunk = (uint)CurrentTask.GetPidTgid() & 63;
            return ptr.Read({|DYN012:buffer[..(int)chunk]|});
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> buffer = stackalloc byte[32];
            uint chunk = (uint)CurrentTask.GetPidTgid() & 63;
            if (chunk > (uint)buffer.Length)
                return 0;
            return ptr.Read(buffer[..(int)chunk]);
        }
        """);

    [Fact]
    public Task Bounds_a_length_that_has_no_bound() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> buffer = stackalloc byte[32];
            int length = (int)(CurrentTask.GetPidTgid() & 0x7fffffff);
            return ptr.Read({|DYN008:buffer.Slice(0, length)|});
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> buffer = stackalloc byte[32];
            int length = (int)(CurrentTask.GetPidTgid() & 0x7fffffff);
            if (length > buffer.Length)
                return 0;
            return ptr.Read(buffer.Slice(0, length));
        }
        """);

    [Fact]
    public Task Counts_elements_where_the_memory_has_no_name() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> bytes = stackalloc byte[16];
            uint i = (uint)CurrentTask.GetPidTgid();
            {|DYN007:System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bytes).Slice(1)[(int)i]|} = 1;
            return 0;
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            Span<byte> bytes = stackalloc byte[16];
            uint i = (uint)CurrentTask.GetPidTgid();
            if (i >= 3)
                return 0;
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bytes).Slice(1)[(int)i] = 1;
            return 0;
        }
        """);

    [Fact]
    public Task Tests_a_copy_of_a_number_that_others_may_change() => Verify(
        """
        static uint s_index;

        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            return head ? {|DYN008:head[s_index]|} : 0;
        }
        """,
        """
        static uint s_index;

        [BpfProgram("tc")]
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            var index = s_index;
            if (index >= 8)
                return 0;
            return head ? head[index] : 0;
        }
        """);

    [Fact]
    public Task Fixes_all_at_once() => Verify(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid(), j = i >> 1;
            if (!head)
                return 0;
            int sum = {|DYN008:head[i]|};
            return sum + {|DYN008:head[j]|};
        }
        """,
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid(), j = i >> 1;
            if (!head)
                return 0;
            if (i >= (uint)head.Length)
                return 0;
            int sum = head[i];
            if (j >= (uint)head.Length)
                return 0;
            return sum + head[j];
        }
        """,
        method: "",
        iterations: 2);

    [Fact]
    public Task Is_not_offered_for_an_index_that_is_always_outside() => VerifyNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            return head ? {|DYN007:head[8]|} : 0;
        }
        """);

    [Fact]
    public Task Is_not_offered_for_the_condition_of_a_loop() => VerifyNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid() & 0xffff;
            if (!head)
                return 0;
            while (i != 0 && {|DYN007:head.Span.Slice(1)[(int)i]|} != 0)
                i--;
            return 0;
        }
        """);

    [Fact]
    public Task Is_not_offered_where_the_number_comes_after_an_effect() => VerifyNotOffered(
        """
        public static int Run(SkBuff skb)
        {
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice head = ptr.GetSlice(0, default, 8);
            uint i = (uint)CurrentTask.GetPidTgid();
            if (!head)
                return 0;
            return (int)i++ + {|DYN008:head.Span.Slice(1)[(int)(i * 3 & 0x7fffffff)]|};
        }
        """);

    private static Task Verify(string marked, string fixedSource, string? method = null, int iterations = 1, string? title = null) =>
        FixTest<AccessGuardFix>.VerifyMembers(Attributed(marked), Attributed(fixedSource), method, iterations, title: title);

    private static Task VerifyNotOffered(string marked) => FixTest<AccessGuardFix>.VerifyMembersNotOffered(Attributed(marked));

    /// <summary>Makes a program of the method, unless it says what it is.</summary>
    private static string Attributed(string members) => members.Contains("[BpfProgram", StringComparison.Ordinal)
        ? members
        : $"[BpfProgram(\"{(members.Contains("SkBuff", StringComparison.Ordinal) ? "tc" : "tp/syscalls/sys_enter_nanosleep")}\")]\n{members}";
}
