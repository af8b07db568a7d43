using System.IO;
using System.Linq;
using Dynptrs.Testing;
using Dynptrs.Testing.Loading;

namespace Dynptrs.Emit.Tests;

/// <summary>C as people read it: each file of programs beside the C that it becomes.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Files => new(Goldens.Files.Select(file => Path.GetFileNameWithoutExtension(file)!));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_C_is_as_it_was(string name)
    {
        var set = Goldens.Compile(name);
        Assert.Empty(set.Errors);
        var emitted = Assert.Single(Goldens.Emit(set));
        Assert.Empty(emitted.Problems);
        Repository.VerifyOrUpdate(Path.Combine(Goldens.Folder, name + ".bpf.c"), emitted.Source!);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_C_compiles(string name)
    {
        Clang.SkipWhereMissing();
        var (content, errors) = Clang.Compile(File.ReadAllText(Path.Combine(Goldens.Folder, name + ".bpf.c")));
        Assert.True(content is not null, errors);
    }
}
