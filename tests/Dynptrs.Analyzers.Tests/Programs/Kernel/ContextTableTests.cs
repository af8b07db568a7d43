using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>
/// Fields of contexts may be used by the programs that Linux lets use them: each answer, in the table and through the analyzer.
/// </summary>
public sealed class ContextTableTests
{
    public static TheoryData<string> Contexts => new(KernelAnswers.Contexts.Select(answer => answer.Context).Distinct());

    [Theory]
    [MemberData(nameof(Contexts))]
    public void The_table_says_what_Linux_says(string context)
    {
        var structure = ContextTable.Find(context)!;
        foreach (var answer in Answers(context))
        {
            var access = structure.Access(ContextTable.Find(structure, answer.Field)!, answer.Bytes, answer.Write);
            foreach (var (section, isAccepted) in Sections(answer))
            {
                var isAllowed = access.IsAllowed(SectionTable.Find(section)!);
                Assert.True(
                    isAllowed == isAccepted,
                    $"{section}: {(answer.Write ? "write" : "read")} {answer.Bytes} bytes of {context}.{answer.Field}: Linux says {isAccepted}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_field_was_asked_for_reads_and_for_writes(string context)
    {
        var asked = Answers(context).Select(answer => (answer.Field, answer.Bytes, answer.Write)).ToHashSet();
        foreach (var field in ContextTable.Find(context)!.Fields)
        {
            Assert.Contains((field.Name, field.Size, false), asked);
            Assert.Contains((field.Name, field.Size, true), asked);
            Assert.All(field.ReadSizes, size => Assert.Contains((field.Name, size, false), asked));
            Assert.All(field.WriteSizes, size => Assert.Contains((field.Name, size, true), asked));
        }
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task The_analyzer_says_what_Linux_says(string context)
    {
        var members = new StringBuilder();
        var programs = new StringBuilder();
        var expected = new List<string>();
        foreach (var (field, bytes) in Answers(context).Select(answer => (answer.Field, answer.Bytes)).Distinct())
        {
            members.AppendLine($"[KernelField(\"{context}\", \"{field}\")]");
            members.AppendLine($"public {TypeOf(bytes)} {Name(field, bytes)} {{ get; set; }}");
        }

        foreach (var answer in Answers(context))
        {
            foreach (var (section, isAccepted) in Sections(answer))
            {
                var name = $"P{programs.Length}";
                var access = $"ctx.{Name(answer.Field, answer.Bytes)}";
                var statement = answer.Write ? access + " = 0" : "_ = " + access;
                programs.AppendLine($"[BpfProgram(\"{section}\")] public static int {name}(Context ctx) {{ {statement}; return 1; }}");
                if (!isAccepted)
                    expected.Add(name);
            }
        }

        var shown = await AnalyzerTest.GetDiagnostics(
            $"using Dynptrs; public sealed class Context {{ {members} }} public static class Programs {{ {programs} }}");
        Assert.Equal(expected.Order(), shown.Where(diagnostic => diagnostic.Id == "DYN023").Select(AnalyzerTest.NameOfMethod).Order());
        Assert.DoesNotContain(shown, diagnostic => diagnostic.Id is not ("DYN023" or "DYN015"));
    }

    private static IEnumerable<ContextAnswer> Answers(string context) => KernelAnswers.Contexts.Where(answer => answer.Context == context);

    private static IEnumerable<(string Section, bool IsAccepted)> Sections(ContextAnswer answer) =>
        answer.Accept.Select(section => (section, true)).Concat(answer.Reject.Select(section => (section, false)));

    private static string Name(string field, int bytes) => $"{field}_{bytes}";

    private static string TypeOf(int bytes) => bytes switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };
}
