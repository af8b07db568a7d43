using System;
using System.Linq;
using System.Threading.Tasks;
using Dynptrs.Analyzers.Tests.Testing;

namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>Programs are loaded with the licences with which Linux loads them: each answer.</summary>
public sealed class LicenseTests
{
    [Fact]
    public async Task The_analyzer_says_what_Linux_says()
    {
        foreach (var answer in KernelAnswers.Licenses)
        {
            var call = answer.Call switch
            {
                null => "",
                "bpf_dynptr_from_skb" => "ctx.ToDynptr(out Dynptr ptr);",
                "bpf_get_current_task" => "_ = KernelTask.CurrentAddress;",
                _ => "_ = KernelClock.GetNanoseconds();",
            };
            var license = answer.License.Length == 0 ? "" : $"(License = \"{answer.License}\")";
            // The packet that a struct_ops program is given is its own to release.
            var context = answer.Section.StartsWith("struct_ops", StringComparison.Ordinal) ? "TracepointContext" : "SkBuff";
            var shown = await AnalyzerTest.GetDiagnostics(
                $"using Dynptrs; [BpfObject{license}] public static class Programs {{ [BpfProgram(\"{answer.Section}\")] "
                + $"public static int Run({context} ctx) {{ {call} return {(answer.Section == "lsm_cgroup/socket_create" ? 1 : 0)}; }} }}");
            Assert.Equal(answer.IsAccepted ? [] : ["DYN024"], shown.Select(diagnostic => diagnostic.Id));
        }
    }
}
