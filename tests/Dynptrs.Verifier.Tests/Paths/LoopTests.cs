using System;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Paths;

/// <summary>Loops of programs: that they end, and what all of them take together.</summary>
public class LoopTests
{
    private static readonly MethodContract Ask = new("ask", [], new ReturnContract(ScalarType.I32));

    [Fact]
    public void A_loop_that_runs_a_callback_must_end() => Refuses(WithCallback(isReset: true), "EndlessLoop");

    [Fact]
    public void A_loop_that_runs_a_callback_may_count() => Verdict.Accepts(WithCallback(isReset: false));

    [Fact]
    public void Rounds_of_a_called_function_count_in_each_round() =>
        Refuses(Loops([1_000], Callee(rounds: 1_000)), "LoopTooLong");

    [Fact]
    public void A_called_function_may_go_round_in_each_round() => Verdict.Accepts(Loops([100], Callee(rounds: 100)));

    [Fact]
    public void Instructions_of_a_called_function_count_in_each_round() =>
        Refuses(Loops([100_000], Callee(rounds: 0, instructions: 100)), "LoopTooLong");

    [Fact]
    public void Loops_after_one_another_share_what_a_program_may_take() =>
        Refuses(Loops([150_000, 150_000], callee: null), "LoopTooLong");

    [Fact]
    public void One_loop_may_take_as_much() => Verdict.Accepts(Loops([150_000], callee: null));

    [Fact]
    public void Branches_of_a_called_function_wait_in_each_round() => Refuses(Loops([9_000], Tests()), "LoopBranchesTooOften");

    [Fact]
    public void Branches_of_a_called_function_may_wait() => Verdict.Accepts(Loops([8_000], Tests()));

    [Fact]
    public void Branches_of_loops_after_one_another_wait_together() => Refuses(Loops([5_000, 5_000], Tests()), "LoopBranchesTooOften");

    private static void Refuses(Function function, string kind) =>
        Assert.Equal([kind], Verdict.Of(function).Select(finding => finding.Split(' ')[0]).ToArray());

    /// <summary>A loop whose rounds run a callback, and then count; or begin anew.</summary>
    private static Function WithCallback(bool isReset)
    {
        var body = new FunctionBuilder("callback");
        body.Parameter("context", Helpers.IntPointer);
        body.Return(value: FunctionBuilder.Constant(0));
        var builder = new FunctionBuilder("program");
        var (i, context, callback) = (builder.Int("i"), builder.Int("context"), builder.Local("callback", HandleType.Instance));
        builder.Assign("i = 0", i, FunctionBuilder.Constant(0)).Assign("context = 0", context, FunctionBuilder.Constant(0));
        builder.FunctionValue(callback, new KnownFunction("callback") { Function = body.Build(isProgramCode: true) });
        While(builder, i, rounds: 5, () =>
        {
            if (isReset)
                builder.Assign("i = 0", i, FunctionBuilder.Constant(0));
            builder.Call(
                "loop", null, Helpers.Loop, FunctionBuilder.Value(1), FunctionBuilder.Value(callback), FunctionBuilder.Ref(context));
        });
        return builder.Build(isProgramCode: true);
    }

    /// <summary>Loops after one another, each of which calls a function in its rounds.</summary>
    private static Function Loops(int[] rounds, Function? callee)
    {
        var builder = new FunctionBuilder("program");
        for (var loop = 0; loop < rounds.Length; loop++)
        {
            var i = builder.Int("i" + loop);
            builder.Assign("i = 0", i, FunctionBuilder.Constant(0));
            While(builder, i, rounds[loop], () =>
            {
                if (callee is not null)
                    builder.Call("call", null, new FunctionTarget(new KnownFunction(callee.Name) { Function = callee }));
            });
        }

        return builder.Build(isProgramCode: true);
    }

    private static Function Callee(int rounds, int instructions = 0)
    {
        var builder = new FunctionBuilder("callee");
        var (i, sum) = (builder.Int("i"), builder.Int("sum"));
        builder.Assign("i = 0", i, FunctionBuilder.Constant(0)).Assign("sum = 0", sum, FunctionBuilder.Constant(0));
        for (var left = instructions; left > 0; left--)
            builder.Binary("sum++", sum, BinaryOperator.Add, FunctionBuilder.Of(sum), FunctionBuilder.Constant(1));
        if (rounds > 0)
            While(builder, i, rounds, () => { });
        return builder.Build(isProgramCode: true);
    }

    /// <summary>A function that tests what a helper answers.</summary>
    private static Function Tests()
    {
        var builder = new FunctionBuilder("tests");
        var (answer, isSmall, sum) = (builder.Int("answer"), builder.Bool("is small"), builder.Int("sum"));
        builder.Assign("sum = 0", sum, FunctionBuilder.Constant(0)).Call("ask", answer, Ask);
        builder.Binary("answer < 9", isSmall, BinaryOperator.Less, FunctionBuilder.Of(answer), FunctionBuilder.Constant(9));
        builder.If("if", isSmall, "small", "end").Label("small").Assign("sum = 1", sum, FunctionBuilder.Constant(1)).Label("end");
        return builder.Return().Build(isProgramCode: true);
    }

    private static void While(FunctionBuilder builder, Local counter, int rounds, Action body)
    {
        var (goesOn, name) = (builder.Bool("goes on " + counter.Name), counter.Name);
        builder.Label("head " + name);
        builder.Binary("i < n", goesOn, BinaryOperator.Less, FunctionBuilder.Of(counter), FunctionBuilder.Constant(rounds));
        builder.If("while", goesOn, "body " + name, "end " + name).Label("body " + name);
        body();
        builder.Binary("i++", counter, BinaryOperator.Add, FunctionBuilder.Of(counter), FunctionBuilder.Constant(1));
        builder.Goto("head " + name).Label("end " + name);
    }
}
