using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Memory;

public sealed class ViewTests
{
    [Fact]
    public void A_slice_that_is_tested_may_be_used() => Verdict.Accepts(UseAfterTest(useWhenNull: false));

    [Fact]
    public void A_slice_that_was_found_null_may_not_be_used() => Verdict.Refuses(UseAfterTest(useWhenNull: true), "Null s @ in s");

    [Fact]
    public void A_slice_that_was_not_tested_may_not_be_used()
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, value) = (f.Owner("ptr"), f.View("s"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr))
            .Call("data", s, Helpers.Data, In(ptr))
            .Call("value", value, Helpers.Value, In(s))
            .Return();
        Verdict.Refuses(f.Build(), "MaybeNull s @ in s");
    }

    [Fact]
    public void Testing_a_copy_settles_the_original()
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, copy, isNull, value) = (
            f.Owner("ptr"), f.View("s"), f.View("copy"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("data", s, Helpers.Data, In(ptr)).Assign("copy = s", copy, Of(s))
            .Call("isNull", isNull, Helpers.IsNull, In(copy)).If("isNull", isNull, "end", "use")
            .Label("use").Call("value", value, Helpers.Value, In(s))
            .Label("end").Return();
        Verdict.Accepts(f.Build());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_ref_points_to_is_remembered_until_the_variable_is_written_again(bool isTested)
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, isNull, test, value) = (
            f.Owner("ptr"), f.View("s"), f.Bool("isNull"), f.Parameter("test", IR.ScalarType.Bool), f.Local("value", Helpers.IntPointer));
        var alias = f.Local("alias", new IR.PointerType(Helpers.Slice, isReadOnly: false));
        var target = IR.Operand.Copy(new IR.Place(alias).Dereference(Helpers.Slice));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("data", s, Helpers.Data, In(ptr))
            .Add(new IR.AddressOfInstruction(new IR.Site("&"), new IR.Place(alias), new IR.Place(s)));
        if (isTested)
            f.Call("isNull", isNull, Helpers.IsNull, In(s)).If("isNull", isNull, "end", "use").Label("use");
        else
            f.If("test", test, "one", "other").Label("one").Goto("use").Label("other").Goto("use").Label("use");
        f.Call("value", value, Helpers.Value, new IR.Argument(target, IR.ArgumentPassing.In, new IR.Site("in alias")))
            .Call("data", s, Helpers.Data, In(ptr));
        f.Label("end").Return();
        if (isTested)
            Verdict.Accepts(f.Build());
        else
            Verdict.Refuses(f.Build(), "MaybeNull alias @ in alias");
    }

    [Fact]
    public void A_second_call_needs_a_test_of_its_own()
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, other, isNull, value) = (
            f.Owner("ptr"), f.View("s"), f.View("other"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("data", s, Helpers.Data, In(ptr))
            .Call("data", other, Helpers.Data, In(ptr))
            .Call("isNull", isNull, Helpers.IsNull, In(other)).If("isNull", isNull, "end", "use")
            .Label("use").Call("value", value, Helpers.Value, In(s))
            .Label("end").Return();
        Verdict.Refuses(f.Build(), "MaybeNull s @ in s");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bool_that_holds_the_outcome_of_a_test_is_as_good_as_the_test(bool isNegated)
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, isNull, isThere, value) = (
            f.Owner("ptr"), f.View("s"), f.Bool("isNull"), f.Bool("isThere"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("data", s, Helpers.Data, In(ptr))
            .Call("isNull", isNull, Helpers.IsNull, In(s)).Not("!isNull", isThere, isNull);
        f = isNegated ? f.If("isThere", isThere, "use", "end") : f.If("isThere", isThere, "end", "use");
        f.Label("use").Call("value", value, Helpers.Value, In(s)).Label("end").Return();
        if (isNegated)
            Verdict.Accepts(f.Build());
        else
            Verdict.Refuses(f.Build(), "Null s @ in s");
    }

    [Fact]
    public void A_pointer_from_a_slice_dies_with_the_reference()
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, isNull, value, n) = (f.Owner("ptr"), f.View("s"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer), f.Int("n"));
        f.Call("reserve", null, Helpers.Reserve, Out(ptr)).Call("data", s, Helpers.Data, In(ptr))
            .Call("isNull", isNull, Helpers.IsNull, In(s)).If("isNull", isNull, "end", "use")
            .Label("use").Call("value", value, Helpers.Value, In(s)).Load("before", n, value)
            .Call("submit", null, Helpers.Submit, Ref(ptr)).Load("after", n, value).Return()
            .Label("end").Call("submit", null, Helpers.Submit, Ref(ptr)).Return();
        Verdict.Refuses(f.Build(), "ViewOfReleased value @ after");
    }

    [Fact]
    public void Slices_belong_to_the_dynptr_they_were_taken_from()
    {
        var f = new FunctionBuilder("f");
        var (ptr, clone, s, isNull, value) = (
            f.Owner("ptr"), f.Owner("clone"), f.View("s"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("clone", null, Helpers.Clone, In(ptr), Out(clone))
            .Call("data", s, Helpers.Data, In(clone))
            .Call("isNull", isNull, Helpers.IsNull, In(s)).If("isNull", isNull, "end", "use")
            .Label("use")
            .Clear("ptr = default", ptr)
            .Call("value", value, Helpers.Value, In(s))
            .Clear("clone = default", clone)
            .Call("value", value, Helpers.Value, In(s))
            .Label("end").Return();
        Verdict.Refuses(f.Build(), "ViewOfOverwritten s @ in s");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_write_to_a_packet_ends_the_slices_that_carry_its_kind(bool isTagged, bool isRefused)
    {
        var f = new FunctionBuilder("f");
        var (ptr, other, s, isNull, value) = (
            f.Owner("ptr"), f.Owner("other"), f.View("s"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("from_skb", null, Helpers.FromSkb, Out(other))
            .Call("slice", s, isTagged ? Helpers.TaggedSlice : Helpers.Data, In(ptr))
            .Call("isNull", isNull, Helpers.IsNull, In(s)).If("isNull", isNull, "end", "use")
            .Label("use").Call("write", null, Helpers.Write, In(other)).Call("value", value, Helpers.Value, In(s))
            .Label("end").Return();
        Verdict.Refuses(f.Build(), isRefused ? ["ViewOfChangedPacket s @ in s"] : []);
    }

    private static IR.Function UseAfterTest(bool useWhenNull)
    {
        var f = new FunctionBuilder("f");
        var (ptr, s, isNull, value) = (f.Owner("ptr"), f.View("s"), f.Bool("isNull"), f.Local("value", Helpers.IntPointer));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr))
            .Call("data", s, Helpers.Data, In(ptr))
            .Call("isNull", isNull, Helpers.IsNull, In(s));
        f = useWhenNull ? f.If("isNull", isNull, "use", "end") : f.If("isNull", isNull, "end", "use");
        return f.Label("use").Call("value", value, Helpers.Value, In(s)).Label("end").Return().Build();
    }
}
