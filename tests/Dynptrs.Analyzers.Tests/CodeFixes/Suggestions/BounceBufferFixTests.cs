using System.Threading.Tasks;
using Dynptrs.CodeFixes.Suggestions;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Suggestions;

public sealed class BounceBufferFixTests
{
    [Fact]
    public Task Gives_no_buffer_that_is_never_used() => FixTest<BounceBufferFix>.VerifyMembers(
        """
        private static long s_total;

        public static void Run()
        {
            Dynptr.FromMemory(ref s_total, out Dynptr ptr);
            ReadOnlySlice<int> low = ptr.GetSlice<int>(0, {|DYN103:stackalloc byte[4]|} /* none */);
            ReadOnlySlice high = ptr.GetSlice(4, {|DYN103:stackalloc byte[4]|}, 4);
        }
        """,
        """
        private static long s_total;

        public static void Run()
        {
            Dynptr.FromMemory(ref s_total, out Dynptr ptr);
            ReadOnlySlice<int> low = ptr.GetSlice<int>(0, default /* none */);
            ReadOnlySlice high = ptr.GetSlice(4, default, 4);
        }
        """,
        iterations: 2,
        title: "Give no buffer");

    [Fact]
    public Task Gives_a_buffer_as_large_as_the_slice() => FixTest<BounceBufferFix>.VerifyMembers(
        """
        private const int Size = 16;

        public static void Run(KernelFile file)
        {
            file.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<EthHdr> first = {|DYN103:ptr.GetSlice<EthHdr>(0)|};
            ReadOnlySlice<int> second = {|DYN103:ptr.GetSlice<int>(offset: 0)|};
            ReadOnlySlice third = ptr.GetSlice(0, {|DYN103:default|}, Size);
            ptr.DiscardFile();
        }
        """,
        """
        private const int Size = 16;

        public static void Run(KernelFile file)
        {
            file.ToDynptr(out Dynptr ptr);
            ReadOnlySlice<EthHdr> first = ptr.GetSlice<EthHdr>(0, buffer: stackalloc byte[EthHdr.SizeInBytes]);
            ReadOnlySlice<int> second = ptr.GetSlice<int>(offset: 0, buffer: stackalloc byte[4]);
            ReadOnlySlice third = ptr.GetSlice(0, stackalloc byte[Size], Size);
            ptr.DiscardFile();
        }
        """,
        iterations: 3);
}
