using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Transfer;

public sealed class ReferenceTests
{
    [Fact]
    public void A_reference_that_is_released_is_accepted()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        Verdict.Accepts(f.Call("reserve", null, Helpers.Reserve, Out(ptr)).Call("submit", null, Helpers.Submit, Ref(ptr)).Return().Build());
    }

    [Fact]
    public void A_reference_that_is_held_at_the_return_leaks()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        Verdict.Refuses(f.Call("reserve", null, Helpers.Reserve, Out(ptr)).Return("return").Build(), "Leak ptr @ return");
    }

    [Fact]
    public void A_leak_on_one_early_return_is_reported_there()
    {
        var f = new FunctionBuilder("f");
        var (ptr, err, failed) = (f.Owner("ptr"), f.Int("err"), f.Bool("failed"));
        f.Call("reserve", err, Helpers.Reserve, Out(ptr))
            .Binary("err != 0", failed, IR.BinaryOperator.NotEqual, Of(err), Constant(0))
            .If("err != 0", failed, "early", "late")
            .Label("early").Return("early return")
            .Label("late").Call("submit", null, Helpers.Submit, Ref(ptr)).Return("late return");
        Verdict.Refuses(f.Build(), "Leak ptr @ early return");
    }

    [Fact]
    public void A_second_release_is_refused()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        f.Call("reserve", null, Helpers.Reserve, Out(ptr))
            .Call("submit", null, Helpers.Submit, Ref(ptr))
            .Call("again", null, Helpers.Submit, Ref(ptr))
            .Return();
        Verdict.Refuses(f.Build(), "ReleaseTwice ptr @ ref ptr");
    }

    [Fact]
    public void A_late_dispose_is_accepted_whether_or_not_something_is_held()
    {
        var f = new FunctionBuilder("f");
        var (ptr, n, test) = (f.Owner("ptr"), f.Parameter("n", IR.ScalarType.I32), f.Bool("test"));
        f.Call("reserve", null, Helpers.Reserve, Out(ptr))
            .Binary("n > 3", test, IR.BinaryOperator.Greater, Of(n), Constant(3))
            .If("n > 3", test, "submit", "end")
            .Label("submit").Call("submit", null, Helpers.Submit, Ref(ptr))
            .Label("end").Call("dispose", null, Helpers.Dispose, Ref(ptr)).Return();
        Verdict.Accepts(f.Build());
    }

    [Fact]
    public void Releasing_what_holds_no_reference_is_refused()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("submit", null, Helpers.Submit, Ref(ptr)).Return();
        Verdict.Refuses(f.Build(), "ReleaseWrongKind ptr @ ref ptr");
    }

    [Fact]
    public void One_release_ends_a_family_of_clones()
    {
        var f = new FunctionBuilder("f");
        var (ptr, clone) = (f.Owner("ptr"), f.Owner("clone"));
        f.Call("reserve", null, Helpers.Reserve, Out(ptr))
            .Call("clone", null, Helpers.Clone, In(ptr), Out(clone))
            .Call("submit", null, Helpers.Submit, Ref(clone));
        var accepted = new FunctionBuilder("g");
        Verdict.Refuses(f.Call("size", null, Helpers.Size, In(ptr)).Return().Build(), "UseReleased ptr @ in ptr");

        var (other, copy) = (accepted.Owner("ptr"), accepted.Owner("clone"));
        accepted
            .Call("reserve", null, Helpers.Reserve, Out(other))
            .Call("clone", null, Helpers.Clone, In(other), Out(copy))
            .Call("submit", null, Helpers.Submit, Ref(copy))
            .Return();
        Verdict.Accepts(accepted.Build());
    }

    [Fact]
    public void Overwriting_the_last_holder_is_refused_and_overwriting_another_is_not()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        f.Call("reserve", null, Helpers.Reserve, Out(ptr)).Clear("ptr = default", ptr).Return();
        Verdict.Refuses(f.Build(), "OverwriteHeld ptr @ ptr = default");

        var g = new FunctionBuilder("g");
        var (original, clone) = (g.Owner("ptr"), g.Owner("clone"));
        g.Call("reserve", null, Helpers.Reserve, Out(original)).Call("clone", null, Helpers.Clone, In(original), Out(clone))
            .Clear("ptr = default", original).Call("submit", null, Helpers.Submit, Ref(clone)).Return();
        Verdict.Accepts(g.Build());
    }

    [Fact]
    public void A_loop_that_reserves_again_overwrites_what_it_holds()
    {
        var f = new FunctionBuilder("f");
        var (ptr, n, test) = (f.Owner("ptr"), f.Parameter("n", IR.ScalarType.I32), f.Bool("test"));
        f.Label("head").Binary("n > 3", test, IR.BinaryOperator.Greater, Of(n), Constant(3)).If("n > 3", test, "body", "end")
            .Label("body")
            .Call("reserve", null, Helpers.Reserve, Out(ptr))
            .Binary("n--", n, IR.BinaryOperator.Subtract, Of(n), Constant(1))
            .Goto("head")
            .Label("end").Return("return");
        Assert.Contains("OverwriteHeld ptr @ out ptr", Verdict.Of(f.Build()));
    }

    [Fact]
    public void What_goes_out_of_scope_while_it_is_held_leaks()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        Verdict.Refuses(f.Call("reserve", null, Helpers.Reserve, Out(ptr)).EndOfScope("}", ptr).Return("return").Build(), "Leak ptr @ }");
    }

    [Fact]
    public void Reserving_in_the_first_round_and_releasing_in_the_last_is_accepted()
    {
        Verdict.Accepts(ReserveFirstReleaseLast(releaseIn: 3));
    }

    [Fact]
    public void Releasing_in_a_round_that_never_comes_leaks()
    {
        Verdict.Refuses(ReserveFirstReleaseLast(releaseIn: 4), "Leak ptr @ return");
    }

    [Fact]
    public void A_rented_object_is_held_unless_it_is_null()
    {
        var f = new FunctionBuilder("f");
        var (buffer, isNull) = (f.Local("buffer", IR.HandleType.Instance), f.Bool("isNull"));
        f.Call("rent", buffer, Helpers.Rent)
            .Binary("buffer == null", isNull, IR.BinaryOperator.Equal, Of(buffer), IR.Operand.Null(IR.HandleType.Instance))
            .If("buffer == null", isNull, "none", "some")
            .Label("none").Return("none")
            .Label("some").Call("give back", null, Helpers.GiveBack, Value(buffer)).Return("some");
        Verdict.Accepts(f.Build());
    }

    [Fact]
    public void A_rented_object_must_be_given_back_once()
    {
        var f = new FunctionBuilder("f");
        var (buffer, isNull) = (f.Local("buffer", IR.HandleType.Instance), f.Bool("isNull"));
        f.Call("rent", buffer, Helpers.Rent)
            .Binary("buffer == null", isNull, IR.BinaryOperator.Equal, Of(buffer), IR.Operand.Null(IR.HandleType.Instance))
            .If("buffer == null", isNull, "none", "some")
            .Label("none").Return("none")
            .Label("some").Return("some");
        Verdict.Refuses(f.Build(), "Leak buffer @ some");
    }

    private static IR.Function ReserveFirstReleaseLast(int releaseIn)
    {
        var f = new FunctionBuilder("f");
        var (ptr, i, test) = (f.Owner("ptr"), f.Int("i"), f.Bool("test"));
        f.Assign("i = 0", i, Constant(0))
            .Label("head").Binary("i < 4", test, IR.BinaryOperator.Less, Of(i), Constant(4)).If("i < 4", test, "body", "end")
            .Label("body").Binary("i == 0", test, IR.BinaryOperator.Equal, Of(i), Constant(0)).If("i == 0", test, "first", "notFirst")
            .Label("first").Call("reserve", null, Helpers.Reserve, Out(ptr))
            .Label("notFirst")
            .Binary("i == last", test, IR.BinaryOperator.Equal, Of(i), Constant(releaseIn))
            .If("i == last", test, "last", "next")
            .Label("last").Call("submit", null, Helpers.Submit, Ref(ptr))
            .Label("next").Binary("i++", i, IR.BinaryOperator.Add, Of(i), Constant(1)).Goto("head")
            .Label("end").Return("return");
        return f.Build();
    }

    [Fact]
    public void An_object_that_nobody_holds_is_not_given_back() =>
        Verdict.Refuses(GiveBackFound(isProgramCode: true), "ReleaseUnacquired file @ file");

    [Fact]
    public void Host_code_may_hold_an_object_in_ways_that_are_not_followed() => Verdict.Accepts(GiveBackFound(isProgramCode: false));

    private static IR.Function GiveBackFound(bool isProgramCode)
    {
        var f = new FunctionBuilder("f");
        var (file, isNull) = (f.Local("file", IR.HandleType.Instance), f.Bool("is null"));
        f.Call("find", file, Properties.GeneratedContracts.Find);
        f.Add(new IR.BinaryInstruction(
            new IR.Site("file == null"),
            new IR.Place(isNull),
            IR.BinaryOperator.Equal,
            Of(file),
            IR.Operand.Null(IR.HandleType.Instance),
            IR.HandleType.Instance));
        return f.If("file == null", isNull, "end", "found")
            .Label("found").Call("give back", null, Helpers.GiveBack, Value(file))
            .Label("end").Return().Build(isProgramCode: isProgramCode);
    }
}
