using Dynptrs.Verifier.Findings.Lifetime;
using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.FunctionBuilder;

namespace Dynptrs.Verifier.Tests.Transfer;

public sealed class CallTests
{
    private static readonly PointerType OwnerPointer = new(Helpers.Dynptr, isReadOnly: false);

    [Fact]
    public void A_followed_function_may_make_a_dynptr_in_its_callers_frame()
    {
        var (f, ptr) = CallMaker();
        Verdict.Accepts(f.Call("submit", null, Helpers.Submit, Ref(ptr)).Return().Build());
    }

    [Fact]
    public void What_a_followed_function_made_must_be_released_by_the_caller()
    {
        var (f, _) = CallMaker();
        Verdict.Refuses(f.Return("return").Build(), "Leak ptr @ return");
    }

    [Fact]
    public void A_reference_that_is_lost_with_its_frame_leaks_where_the_frame_is_left()
    {
        var callee = new FunctionBuilder("callee");
        var local = callee.Owner("local");
        callee.Call("reserve", null, Helpers.Reserve, Out(local)).Return("callee's return");
        var f = new FunctionBuilder("f")
            .Call("call", null, new FunctionTarget(new KnownFunction("callee") { Function = callee.Build() }))
            .Return("f's return")
            .Build();
        Verdict.Refuses(f, "Leak local @ callee's return");
    }

    [Fact]
    public void What_is_wrong_in_a_root_is_left_out_for_its_callers_only_where_it_is_reported_there()
    {
        var callee = new FunctionBuilder("callee");
        var local = callee.Owner("local");
        callee.Call("reserve", null, Helpers.Reserve, Out(local)).Return("callee's return");
        var reference = new KnownFunction("callee", isRoot: true) { Function = callee.Build() };
        var caller = new FunctionBuilder("f").Call("call", null, new FunctionTarget(reference)).Return().Build();
        Assert.Empty(Verdict.Of(caller, VerifierOptions.Default with { IsReportedByRoot = (_, finding) => finding is Leak }));
        Assert.Equal(
            ["Leak local @ callee's return"],
            Verdict.Of(caller, VerifierOptions.Default with { IsReportedByRoot = (_, finding) => finding is not Leak }));
        Verdict.Refuses(caller, "Leak local @ callee's return");
    }

    [Fact]
    public void Recursion_is_refused()
    {
        var reference = new KnownFunction("again");
        reference.Function = new FunctionBuilder("again")
            .Call("recursive call", null, new FunctionTarget(reference))
            .Return()
            .Build(isProgramCode: true);
        Verdict.Refuses(
            new FunctionBuilder("f").Call("call", null, new FunctionTarget(reference)).Return().Build(isProgramCode: true),
            "Recursion again @ recursive call");
    }

    [Fact]
    public void Sixteen_frames_are_accepted_and_seventeen_are_not()
    {
        Verdict.Accepts(CallChain(15));
        Verdict.Refuses(CallChain(16), "TooManyFrames callee1 @ call");
    }

    [Fact]
    public void A_dynptr_given_to_an_unknown_method_is_refused()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr)).Call("call", null, new UnknownTarget("Unknown"), Ref(ptr)).Return();
        Verdict.Refuses(f.Build(), "PassedToUnknown ptr @ ref ptr");
    }

    [Fact]
    public void A_dynptr_that_is_copied_is_refused()
    {
        var f = new FunctionBuilder("f");
        var (ptr, copy) = (f.Owner("ptr"), f.Owner("copy"));
        f.Call("from_skb", null, Helpers.FromSkb, Out(ptr))
            .Assign("copy = ptr", copy, Of(ptr))
            .Call("size", null, Helpers.Size, In(copy))
            .Return();
        Verdict.Refuses(f.Build(), "OwnerCopied ptr @ copy = ptr");
    }

    [Fact]
    public void A_callback_may_use_the_dynptr_of_its_context() => Verdict.Accepts(Loop(callback =>
        callback.Call("size", null, Helpers.Size, Pass(callback.Context, ArgumentPassing.In))));

    [Fact]
    public void A_callback_that_releases_the_dynptr_of_its_context_is_refused() => Verdict.Refuses(
        Loop(callback => callback.Call("submit", null, Helpers.Submit, Pass(callback.Context, ArgumentPassing.Ref))),
        "ReleaseTwice ptr @ ref ptr",
        "ReleaseTwice context @ context");

    [Theory]
    [InlineData(0)]
    [InlineData(1, "ReleaseTwice ptr @ ref ptr")]
    [InlineData(2, "ReleaseTwice ptr @ ref ptr", "ReleaseTwice context @ context")]
    public void A_callback_runs_at_most_as_often_as_the_call_says(int runs, params string[] findings) => Verdict.Refuses(
        Loop(callback => callback.Call("submit", null, Helpers.Submit, Pass(callback.Context, ArgumentPassing.Ref)), runs),
        findings);

    [Fact]
    public void A_callback_that_keeps_what_it_reserved_leaks_it() => Verdict.Refuses(
        Loop(callback => callback.Call("reserve", null, Helpers.Reserve, Out(callback.Own))),
        "Leak own @ callback's return");

    [Fact]
    public void A_callback_that_releases_what_it_reserved_is_accepted() => Verdict.Accepts(
        Loop(callback => callback
            .Call("reserve", null, Helpers.Reserve, Out(callback.Own))
            .Call("submit", null, Helpers.Submit, Ref(callback.Own))));

    [Fact]
    public void A_thrown_exception_leaves_with_what_is_held()
    {
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        Verdict.Refuses(f.Call("reserve", null, Helpers.Reserve, Out(ptr)).Throw("throw").Build(), "Leak ptr @ throw");
    }

    private static (FunctionBuilder Builder, Local Ptr) CallMaker()
    {
        var maker = new FunctionBuilder("maker");
        var p = maker.Parameter("p", OwnerPointer);
        maker.Call("reserve", null, Helpers.Reserve, Pass(p, ArgumentPassing.Out)).Return();
        var f = new FunctionBuilder("f");
        var ptr = f.Owner("ptr");
        return (f.Call("make", null, new FunctionTarget(new KnownFunction("maker") { Function = maker.Build() }), Out(ptr)), ptr);
    }

    private static Function CallChain(int callees)
    {
        Function? function = null;
        for (var i = 1; i <= callees; i++)
        {
            var next = new FunctionBuilder("callee" + i);
            if (function is not null)
                next.Call("call", null, new FunctionTarget(new KnownFunction("callee" + (i - 1)) { Function = function }));
            function = next.Return().Build(isProgramCode: true);
        }

        return new FunctionBuilder("f")
            .Call("call", null, new FunctionTarget(new KnownFunction("callee" + callees) { Function = function }))
            .Return()
            .Build(isProgramCode: true);
    }

    private static Function Loop(System.Action<CallbackBuilder> body, int runs = 10)
    {
        var callback = new CallbackBuilder();
        body(callback);
        callback.Builder.Return("callback's return", Constant(0));
        var f = new FunctionBuilder("f");
        var (ptr, target) = (f.Owner("ptr"), f.Local("target", HandleType.Instance));
        return f.Call("reserve", null, Helpers.Reserve, Out(ptr))
            .FunctionValue(target, new KnownFunction("callback") { Function = callback.Builder.Build() })
            .Call("loop", null, Helpers.Loop, FunctionBuilder.Value(runs), FunctionBuilder.Value(target), Ref(ptr))
            .Call("submit", null, Helpers.Submit, Ref(ptr)).Return("return").Build();
    }

    private sealed class CallbackBuilder
    {
        public CallbackBuilder()
        {
            _ = Builder.Parameter("index", ScalarType.I32);
            Context = Builder.Parameter("context", OwnerPointer);
            Own = Builder.Owner("own");
        }

        public FunctionBuilder Builder { get; } = new("callback");

        public Local Context { get; }

        public Local Own { get; }

        public FunctionBuilder Call(string site, Local? result, Contracts.MethodContract contract, params Argument[] arguments) =>
            Builder.Call(site, result, contract, arguments);
    }
}
