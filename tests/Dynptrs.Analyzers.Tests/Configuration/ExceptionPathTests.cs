using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Configuration;

/// <summary>With <c>dynptr.exception_paths = all</c> whatever may throw leaves its method, as <c>throw</c> always does.</summary>
public sealed class ExceptionPathTests
{
    private const string Frame = """
        using System;
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            public static int Run(string text, IDisposable other)
            {
                BODY
                return 0;
            }

            static int Quiet(int x) => x + 1;

            static int Loud(string text) => int.Parse(text);

            static void Strict(int x) { if (x < 0) throw new ArgumentException("x"); }

            static void Lend(in Dynptr ptr) { }
        }
        """;

    /// <summary>What is held where something throws, and the nearest that is not.</summary>
    public static TheoryData<string> Bodies { get; } =
    [
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:int.Parse(text)|}; ptr.Submit();",
        "int.Parse(text); Events.Reserve(8, out Dynptr ptr); ptr.Submit(); int.Parse(text);",
        "Events.Reserve(8, out Dynptr ptr); try { int.Parse(text); } finally { ptr.Submit(); }",
        "Events.Reserve(8, out Dynptr ptr); try { int.Parse(text); } finally { {|DYN001:int.Parse(text)|}; ptr.Submit(); }",
        "Events.Reserve(8, out Dynptr ptr); try { int.Parse(text); } catch { ptr.Discard(); return 1; } ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); try { {|DYN001:int.Parse(text)|}; } catch (FormatException) { ptr.Discard(); return 1; } ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); try { int.Parse(text); } catch (FormatException) { } catch (Exception) { ptr.Discard(); throw; } ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); try { int.Parse(text); } catch (Exception) { {|DYN001:int.Parse(text)|}; } ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); try { try { {|DYN001:int.Parse(text)|}; } finally { Quiet(1); } } finally { Quiet(2); } ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); try { try { int.Parse(text); } finally { Quiet(1); } } finally { ptr.Submit(); }",
        "Events.Reserve(8, out Dynptr ptr); Quiet(1); ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:Loud(text)|}; ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:Strict(1)|}; ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:other.Dispose()|}; ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); var made = {|DYN001:new Uri(text)|}; ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); var made = new object[3]; ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); Lend(ptr); ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:ptr.Write(0, [1], 0)|}; ptr.Submit();",
        // One reference is one mistake, wherever else it is lost; what is lost on an ordinary way, too, is reported there.
        "Events.Reserve(8, out Dynptr ptr); {|DYN001:int.Parse(text)|}; int.Parse(text); Loud(text); ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); if (text.Length > 3) {|DYN001:return 1;|} int.Parse(text); ptr.Submit();",
        "Events.Reserve(8, out Dynptr ptr); if (text.Length > 3) {|DYN001:throw new ArgumentException(text);|} ptr.Submit();",
        "for (int i = 0; i < 3; i++) { Events.Reserve(8, out Dynptr ptr); {|DYN001:int.Parse(text)|}; ptr.Submit(); }",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task What_may_throw_leaves_the_method(string body) =>
        AnalyzerTest.VerifyWithOptions(Options("all"), Frame.Replace("BODY", body, System.StringComparison.Ordinal));

    [Theory]
    [InlineData("explicit")]
    [InlineData("")]
    public Task It_does_not_unless_that_is_asked_for(string value) =>
        AnalyzerTest.VerifyWithOptions(
            Options(value),
            Frame.Replace("BODY", "Events.Reserve(8, out Dynptr ptr); int.Parse(text); ptr.Submit();", System.StringComparison.Ordinal));

    [Fact]
    public Task A_program_does_not_throw() => AnalyzerTest.VerifyWithOptions(
        Options("all"),
        """
        using Dynptrs;

        public static class Probe
        {
            static readonly RingBuf Events = new(4096);

            [BpfProgram("tp/syscalls/sys_enter_nanosleep")]
            public static int Run(TracepointContext ctx)
            {
                Events.Reserve(8, out Dynptr ptr);
                ptr.Write(0, [1], 0);
                Help(1);
                ptr.Submit();
                return 0;
            }

            static ulong Help(ulong x) => KernelClock.GetNanoseconds() + x;
        }
        """);

    [Fact]
    public Task What_is_handed_in_stays_the_callers_until_it_is_released() => AnalyzerTest.VerifyWithOptions(
        Options("all"),
        """
        using Dynptrs;

        public static class Probe
        {
            static void Finish([Releases("ringbuf")] ref Dynptr ptr, string text)
            {
                int.Parse(text);
                ptr.Submit();
            }

            static void Take(RingBuf events, [Acquires("ringbuf")] out Dynptr ptr, string text)
            {
                events.Reserve(8, out ptr);
                {|DYN001:int.Parse(text)|};
            }
        }
        """);

    [Fact]
    public async Task The_message_names_what_throws()
    {
        var built = await AnalyzerTest.GetBuildDiagnostics(
            Frame.Replace("BODY", "Events.Reserve(8, out Dynptr ptr); int.Parse(text); ptr.Submit();", System.StringComparison.Ordinal),
            Options("all"));
        Assert.Equal(
            ["`ptr` is still held when `Parse` throws: it was acquired by `Reserve` on line 10 and must be released on every path"],
            built.Where(diagnostic => diagnostic.Id == "DYN001").Select(diagnostic => diagnostic.GetMessage()));
    }

    private static ProjectOptions Options(string value) =>
        ProjectOptions.Parse(
            ("/.globalconfig", value.Length == 0 ? "is_global = true\n" : $"is_global = true\ndynptr.exception_paths = {value}\n"));
}
