using System.Linq;
using System.Threading.Tasks;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>Helpers that no kernel has: what the analyzer knows of them is what they declare.</summary>
internal static class Helpers
{
    private const string Declarations = """
        using System;
        using Dynptrs;

        public sealed class Parcel
        {
            [KernelField] public int Weight => throw new NotSupportedException();
        }

        public static class Post
        {
            [BpfHelper("post_send", ProgramTypes = ["SCHED_CLS", "XDP"])] public static int Send(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_sort", ExceptProgramTypes = ["XDP"])] public static int Sort(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_wait", Sleepable = true)] public static int Wait(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_weigh", Since = "6.5")] public static int Weigh(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_open", PacketWriteProgramTypes = ["SCHED_CLS"])] public static int Open(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_stamp")] public static int Stamp([Trusted] Parcel parcel) => throw new NotSupportedException();
            [BpfHelper("post_rush", Since = "6.5", Sleepable = true, ProgramTypes = ["XDP"])] public static int Rush(int parcel) => throw new NotSupportedException();
            [BpfHelper("post_find")] public static Parcel Find(int parcel) => throw new NotSupportedException();
        }
        """;

    /// <summary>Verifies a class with these members.</summary>
    public static Task Verify(string members) => AnalyzerTest.Verify(Compose(members), Declarations);

    /// <summary>Verifies a class with these members, and other documents.</summary>
    public static Task VerifyWith(string other, string members) => AnalyzerTest.Verify(Compose(members), other, Declarations);

    /// <summary>Verifies the members for a project whose oldest kernel this is.</summary>
    public static Task VerifyForKernel(string kernel, string members) =>
        AnalyzerTest.VerifyForKernel(kernel, Compose(members), Declarations);

    /// <summary>The messages for a class with these members.</summary>
    public static async Task<string[]> GetMessages(string members) =>
    [
        .. (await AnalyzerTest.GetDiagnostics(
            Compose(members) + Declarations.Replace("using System;", "").Replace("using Dynptrs;", "")))
            .Select(diagnostic => diagnostic.GetMessage()),
    ];

    private static string Compose(string members) =>
        $$"""
        using System;
        using Dynptrs;

        public static class Programs
        {
        {{members}}
        }

        """;
}
