using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.CodeFixes.Walk;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class ExceptionPathFixTests
{
    private const string Host = """
        using Dynptrs;

        public static class Host
        {
            private static readonly RingBuf Events = new(4096);

            public static void Send(string text)
            {
                Events.Reserve(8, out Dynptr ptr);
                int number = int.Parse(text);
                _ = ptr.Write(0, number);
                ptr.Submit();
            }
        }
        """;

    [Fact]
    public async Task What_a_call_loses_when_it_throws_is_released_in_a_finally()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var session = EditorSession.Open([("Host.cs", Host)], [(".globalconfig", "is_global = true\ndynptr.exception_paths = all\n")]);
        var lost = Assert.Single(await session.GetDiagnosticsAsync(cancellation));
        Assert.Equal("DYN001", lost.Id);

        var offered = await session.GetActionsAsync(lost, cancellation);
        await session.ApplyAsync(offered[0], cancellation);

        Assert.Empty(await session.GetDiagnosticsAsync(cancellation));
    }
}
