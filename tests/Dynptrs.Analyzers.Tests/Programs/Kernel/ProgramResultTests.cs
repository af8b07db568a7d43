using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Programs;
using Dynptrs.Analyzers.Tests.Testing;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>
/// Programs may return what Linux lets programs of their section return: each answer, in the table and through the analyzer.
/// </summary>
public sealed class ProgramResultTests
{
    [Fact]
    public void The_table_says_what_Linux_says() => Assert.All(KernelAnswers.Results, answer =>
    {
        var program = SectionTable.Find(answer.Section)!;
        Assert.Equal(answer.Type, program.Type);
        Assert.Equal(answer.Result is [var min, var max] ? new ValueRange(min, max) : null, program.Result);
    });

    [Fact]
    public async Task The_analyzer_says_what_Linux_says()
    {
        var programs = new StringBuilder();
        var expected = new List<string>();
        foreach (var answer in KernelAnswers.Results)
        {
            Add(answer.Section, "Any()", answer.Result is null);
            foreach (var value in answer.Accept)
                Add(answer.Section, value.ToString(), isAccepted: true);
            foreach (var value in answer.Reject)
                Add(answer.Section, value.ToString(), isAccepted: false);
        }

        var shown = await AnalyzerTest.GetDiagnostics(
            $"using Dynptrs; public sealed class Context {{ }} public static class Programs {{ {programs} "
            + "private static int Any() => (int)CurrentTask.GetPidTgid(); }");
        Assert.Equal(expected.Order(), shown.Where(diagnostic => diagnostic.Id == "DYN015").Select(AnalyzerTest.NameOfMethod).Order());

        void Add(string section, string value, bool isAccepted)
        {
            var name = $"P{programs.Length}";
            programs.AppendLine($"[BpfProgram(\"{section}\")] public static int {name}(Context ctx) => {value};");
            if (!isAccepted)
                expected.Add(name);
        }
    }
}
