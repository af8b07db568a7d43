using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Rules;

/// <summary><c>using</c> disposes of a class through an interface; what its own method says holds there.</summary>
public sealed class UsingTests
{
    private const string Stand = """
        using System;
        using Dynptrs;

        public class Umbrella : IDisposable
        {
            [return: Acquires("umbrella")] public static Umbrella Take() => throw new NotSupportedException();
            [Releases("umbrella")] public void Dispose() => throw new NotSupportedException();
            public int Open() => 1;
        }

        public sealed class Cover : IDisposable
        {
            public void Dispose() { }
        }

        """;

    [Fact]
    public Task What_is_declared_with_using_is_released() => AnalyzerTest.Verify(Stand + """
        public static class Guest
        {
            public static int Walk(int n)
            {
                using var umbrella = Umbrella.Take();
                if (n == 1)
                    return 0;
                return umbrella.Open();
            }

            public static int Run()
            {
                using (Umbrella umbrella = Umbrella.Take())
                    return umbrella.Open();
            }
        }
        """);

    [Fact]
    public Task What_is_released_before_is_released_twice_and_what_stands_beside_is_not_released() => AnalyzerTest.Verify(Stand + """
        public static class Guest
        {
            public static int Walk()
            {
                using var {|DYN002:umbrella = Umbrella.Take()|};
                umbrella.Dispose();
                return 0;
            }

            public static int Run()
            {
                using var cover = new Cover();
                var umbrella = Umbrella.Take();
                {|DYN001:return umbrella.Open();|}
            }
        }
        """);
}
