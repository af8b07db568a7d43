using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Checks;

public sealed class ParentTests
{
    [Fact]
    public void A_child_is_released_before_its_parent()
    {
        var (f, file, ptr) = Start();
        Verdict.Accepts(f.Call("submit", null, Helpers.Submit, Ref(ptr)).Call("close", null, Helpers.Close, Value(file)).Return().Build());
    }

    [Fact]
    public void A_parent_is_not_released_before_its_child()
    {
        var (f, file, ptr) = Start();
        Verdict.Refuses(
            f.Call("close", null, Helpers.Close, Value(file)).Call("submit", null, Helpers.Submit, Ref(ptr)).Return().Build(),
            "ParentReleased file @ file");
    }

    [Fact]
    public void A_clone_of_a_child_stands_in_the_way_too()
    {
        var (f, file, ptr) = Start();
        var clone = f.Owner("clone");
        f.Call("clone", null, Helpers.Clone, In(ptr), Out(clone)).Clear("ptr = default", ptr);
        Verdict.Refuses(f.Call("close", null, Helpers.Close, Value(file)).Return().Build(), "ParentReleased file @ file");
    }

    [Fact]
    public void A_child_without_a_reference_ends_with_its_parent()
    {
        var f = new FunctionBuilder("f");
        var (file, ptr) = (f.Local("file", HandleType.Instance), f.Owner("ptr"));
        f.Call("open", file, Helpers.Open)
            .Call("show", null, Helpers.ShowFile, Value(file), Out(ptr))
            .Call("close", null, Helpers.Close, Value(file));
        Verdict.Refuses(f.Call("size", null, Helpers.Size, In(ptr)).Return().Build(), "UseReleased ptr @ in ptr");
    }

    private static (FunctionBuilder Builder, Local File, Local Ptr) Start()
    {
        var f = new FunctionBuilder("f");
        var (file, ptr) = (f.Local("file", HandleType.Instance), f.Owner("ptr"));
        return (f.Call("open", file, Helpers.Open).Call("from_file", null, Helpers.FromFile, Value(file), Out(ptr)), file, ptr);
    }
}
