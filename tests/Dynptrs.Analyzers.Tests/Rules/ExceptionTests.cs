using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary>What handlers see of the region that they guard: the states in which something may throw.</summary>
public sealed class ExceptionTests
{
    [Fact]
    public Task A_release_does_not_throw() => Library.Verify("""
        public static int ReleasesInEither(string text)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                int.Parse(text);
                Hotel.CheckOut(ref room);
            }
            catch (FormatException)
            {
                Hotel.CheckOut(ref room);
                return 1;
            }

            return 0;
        }

        public static int ThrowsAfterTheRelease(string text)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                Hotel.CheckOut(ref room);
                int.Parse(text);
            }
            catch (FormatException)
            {
                Hotel.CheckOut(ref {|DYN002:room|});
                return 1;
            }

            return 0;
        }
        """);

    [Fact]
    public Task A_finally_region_inside_a_handled_one() => Library.Verify("""
        public static int Releases(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                try
                {
                    if (n == 2)
                        throw new ArgumentException();
                }
                finally
                {
                    Hotel.CheckOut(ref room);
                }
            }
            catch (ArgumentException)
            {
                return 1;
            }

            return 0;
        }

        public static int Forgets(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                try
                {
                    if (n == 2)
                        throw new ArgumentException();
                }
                finally
                {
                    Hotel.Clean(in room);
                }

                Hotel.CheckOut(ref room);
            }
            catch (ArgumentException)
            {
                {|DYN001:return 1;|}
            }

            return 0;
        }
        """);

    [Fact]
    public Task Rethrow() => Library.Verify("""
        public static int Leaks(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                if (n == 1)
                    throw new ArgumentException();
            }
            catch (ArgumentException)
            {
                {|DYN001:throw;|}
            }

            Hotel.CheckOut(ref room);
            return 0;
        }

        public static int Releases(int n)
        {
            Hotel.CheckIn(out Room room);
            try
            {
                if (n == 1)
                    throw new ArgumentException();
            }
            catch (ArgumentException)
            {
                Hotel.CheckOut(ref room);
                throw;
            }

            Hotel.CheckOut(ref room);
            return 0;
        }
        """);
}
