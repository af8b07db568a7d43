using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Refactorings;
using Dynptrs.CodeFixes.Lifetime;
using Dynptrs.CodeFixes.Refactorings.Reservations;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Fixing;

/// <summary>Two methods of one class that call everything the same: each is changed for itself.</summary>
public sealed class EqualNamesTests
{
    private const string Untested = """
        public static int First(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> number = ptr.GetSlice<int>(0, buffer);
            return {|DYN006:number|}.Value;
        }
        """;

    private const string Lost = """
        public static int First(int n)
        {
            Events.Reserve(8, out Dynptr ptr);
            return n;
        }
        """;

    [Fact]
    public Task A_slice_is_taken_and_tested_again_where_it_was_lost() => FixTest<UseAfterEndFix>.VerifyMembers(
        $$"""
        {{Untested}}

        public static int Second(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            ptr.Write(20, 1);
            return {|DYN005:number|}.Value;
        }
        """,
        $$"""
        {{Untested}}

        public static int Second(SkBuff skb)
        {
            Span<byte> buffer = stackalloc byte[4];
            skb.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<int> number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            ptr.Write(20, 1);
            number = ptr.GetSlice<int>(0, buffer);
            if (!number)
                return 0;
            return number.Value;
        }
        """,
        "Again");

    [Fact]
    public Task A_reservation_is_changed_beside_one_that_is_lost() => RefactoringTest<ReserveDynptrRefactoring>.VerifyMembers(
        $$"""
        {{Lost}}

        public static int Second(int n)
        {
            var sample = Events.$$ReserveRecord<Sample>();
            if (!sample)
                return 0;
            sample.Value.Pid = n;
            RingBuf.SubmitRecord(sample);
            return n;
        }
        """,
        $$"""
        {{Lost}}

        public static int Second(int n)
        {
            Events.Reserve((uint)System.Runtime.CompilerServices.Unsafe.SizeOf<Sample>(), out var ptr);
            var sample = ptr.Data<Sample>();
            if (!sample)
            {
                ptr.Submit();
                return 0;
            }

            sample.Value.Pid = n;
            ptr.Submit();
            return n;
        }
        """,
        "Submit",
        null,
        "DYN001");
}
