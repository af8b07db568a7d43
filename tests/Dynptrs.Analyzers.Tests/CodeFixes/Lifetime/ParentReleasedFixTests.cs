using System.Threading.Tasks;
using Dynptrs.CodeFixes.Lifetime;

namespace Dynptrs.Analyzers.Tests.CodeFixes.Lifetime;

public sealed class ParentReleasedFixTests
{
    [Fact]
    public Task The_parent_is_released_after_the_child() => FixTest<ParentReleasedFix>.Verify(
        Program("""
                file.ToDynptr(0, out Dynptr contents);

                {|DYN013:file|}.Put(); // first
                contents.DiscardFile();
                return 0;
        """),
        Program("""
                file.ToDynptr(0, out Dynptr contents);

                contents.DiscardFile();
                file.Put(); // first
                return 0;
        """),
        title: "Release `file` after `contents`");

    [Fact]
    public Task A_child_that_is_not_released_is_released_first() => FixTest<ParentReleasedFix>.Verify(
        Program("""
                file.ToDynptr(0, out Dynptr contents);
                {|DYN013:file|}.Put();
                return 0;
        """),
        Program("""
                file.ToDynptr(0, out Dynptr contents);
                contents.DiscardFile();
                file.Put();
                return 0;
        """),
        title: "Release `contents` with `DiscardFile` first");

    private static string Program(string body) =>
        $$"""
        using Dynptrs;

        public static class Probe
        {
            [BpfProgram("lsm/file_open")]
            public static int Run(TracepointContext ctx)
            {
                KernelFile? file = KernelTask.Current.GetExecutable();
                if (file is null)
                    return 0;
        {{body}}
            }
        }
        """;
}
