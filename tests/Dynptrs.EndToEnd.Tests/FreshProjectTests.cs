using System.Threading.Tasks;

namespace Dynptrs.EndToEnd.Tests;

public sealed class FreshProjectTests
{
    [Fact]
    public async Task One_package_reference_gives_the_contracts_at_compile_and_at_run_time()
    {
        using var project = new FreshProject();
        project.Write("Program.cs", """
            using Dynptrs;

            Console.WriteLine(typeof(Pool).IsDefined(typeof(OwnerAttribute), inherit: false));

            [Owner]
            internal ref struct Pool;
            """);

        (await project.BuildAsync()).ShouldSucceed().ShouldReport();
        CommandResult run = (await project.RunAsync()).ShouldSucceed();

        Assert.Equal("True", run.Output.Trim());
    }

    [Fact]
    public async Task BpfKernelVersion_reaches_the_compiler()
    {
        using var project = new FreshProject("<BpfKernelVersion>6.12</BpfKernelVersion>");
        project.Write("Program.cs", "");
        (await project.BuildAsync()).ShouldReport(new BuildDiagnostic("error", "CS5001", "", 0));

        Assert.Contains("build_property.BpfKernelVersion = 6.12", project.Read("obj/Debug/net10.0/Fresh.GeneratedMSBuildEditorConfig.editorconfig"));
    }
}
