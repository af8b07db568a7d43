using System.Linq;
using System.Threading;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Tracing;
using static Dynptrs.Verifier.Tests.FunctionBuilder;
using static Dynptrs.Verifier.Tests.Helpers;

namespace Dynptrs.Verifier.Tests.Paths;

/// <summary>Variables that are set before a program is loaded: it is verified for each number, or for any.</summary>
public sealed class LoadTimeTests
{
    private readonly FunctionBuilder _program = new("program");
    private int _reads;

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(16, false)]
    public void An_element_must_be_there_for_each_number(long max, bool isAccepted) =>
        Assert.Equal(isAccepted, Verify(Index(Number("length", 0, max))) is []);

    [Fact]
    public void It_need_not_be_there_for_a_number_between_those_that_are_listed() =>
        Assert.Empty(Verify(Index(Listed("length", 0, 3))));

    [Fact]
    public void It_must_be_there_for_each_that_is_listed()
    {
        var finding = Assert.Single(Verify(Index(Listed("length", 9, 0))));
        Assert.Equal(["length = 9"], finding.Loaded.Select(loaded => $"{loaded.Variable} = {loaded.Text}"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 1000)]
    [InlineData(long.MinValue, long.MaxValue)]
    public void Two_tests_of_one_variable_agree(long min, long max) =>
        Assert.Empty(Verify(ReserveAndSubmit(Number("mode", min, max), null)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 1000)]
    public void Tests_of_two_variables_do_not(long min, long max) =>
        Assert.NotEmpty(Verify(ReserveAndSubmit(Number("mode", min, max), Number("other", min, max))));

    [Fact]
    public void A_mistake_says_for_which_numbers_it_is_made()
    {
        var finding = Assert.Single(
            Verify(ReserveAndSubmit(Number("mode", 0, 1), Number("other", 0, 1))), one => one.Site.Source is "return");
        Assert.Equal(["mode = 1", "other = 0"], finding.Loaded.Select(loaded => $"{loaded.Variable} = {loaded.Text}").Order());
        Assert.Equal(
            [(TraceStepKind.Loaded, "mode", "1"), (TraceStepKind.Loaded, "other", "0")],
            finding.Trace.Take(2).Select(step => (step.Kind, step.Subject, step.Detail)));
    }

    [Fact]
    public void A_mistake_hangs_on_no_variable_with_which_it_is_made_all_the_same()
    {
        _program.If("branch", Positive(Number("other", 0, 1)), "then", "end").Label("then").Label("end");
        var finding = Assert.Single(Verify(Index(Number("length", 3, 5))));
        Assert.Equal(["length = 4"], finding.Loaded.Select(loaded => $"{loaded.Variable} = {loaded.Text}"));
        Assert.Equal(["other", "length"], finding.LoadTimeConstants.Select(variable => variable.Name));
    }

    [Fact]
    public void A_mistake_that_is_always_made_hangs_on_none()
    {
        var finding = Assert.Single(Verify(Index(Number("length", 4, 5))));
        Assert.Empty(finding.Loaded);
        Assert.DoesNotContain(finding.Trace, step => step.Kind == TraceStepKind.Loaded);
    }

    [Fact]
    public void There_are_no_more_verifications_than_allowed()
    {
        var (few, many) = (Number("few", 0, 1), Number("many", 0, 15));
        var findings = Verify(ReserveAndSubmit(many, few));
        Assert.NotEmpty(findings);
        // Sixteen for the one and two for the other would be thirty-two: the one of many is an unknown.
        Assert.All(findings, finding => Assert.Equal("few", Assert.Single(finding.Loaded).Variable.Name));
    }

    [Fact]
    public void Host_code_reads_what_it_may_have_set_in_between()
    {
        var mode = Number("mode", 0, 1);
        Assert.Empty(Verify(ReserveAndSubmit(mode, null)));
        Assert.NotEmpty(new LoadTimeTests().VerifyInHost(mode));
    }

    private static GlobalVariable Number(string name, long min, long max) => Variable(name, LoadTimeValues.Of(new ValueRange(min, max)));

    private static GlobalVariable Listed(string name, params long[] numbers) => Variable(name, LoadTimeValues.Of([.. numbers]));

    private static GlobalVariable Variable(string name, LoadTimeValues values) =>
        new(name, "Programs", new Site(name)) { Type = ScalarType.I64, IsReadOnly = true, LoadTime = values };

    private static Finding[] Verify(FunctionBuilder program, bool isProgramCode = true) =>
        [.. DynptrVerifier.Verify(program.Return().Build(isProgramCode: isProgramCode), VerifierOptions.Default, CancellationToken.None).Findings];

    private Finding[] VerifyInHost(GlobalVariable mode) => Verify(ReserveAndSubmit(mode, null), isProgramCode: false);

    /// <summary>Writes the element of four with a number.</summary>
    private FunctionBuilder Index(GlobalVariable index)
    {
        var buffer = _program.Local("buffer", IntPointer);
        _program.Add(new AllocateInstruction(
            new Site("buffer"), new Place(buffer), Operand.Constant(16, ScalarType.I64), MemoryOrigin.Stack));
        var element = new Place(buffer).Element(Of(Read(index)), ScalarType.I32);
        return _program.Assign("element", element, Constant(1));
    }

    /// <summary>Reserves if a variable is positive, and submits if it, or another, is.</summary>
    private FunctionBuilder ReserveAndSubmit(GlobalVariable first, GlobalVariable? second)
    {
        var record = _program.Owner("record");
        _program
            .If("reserves", Positive(first), "reserve", "reserved")
            .Label("reserve")
            .Call("reserve", null, Reserve, Out(record))
            .Label("reserved");
        return _program
            .If("submits", Positive(second ?? first), "submit", "submitted")
            .Label("submit")
            .Call("submit", null, Submit, Ref(record))
            .Label("submitted");
    }

    private Local Positive(GlobalVariable variable)
    {
        var test = _program.Bool("test" + _reads);
        _program.Binary("test", test, BinaryOperator.Greater, Of(Read(variable)), Operand.Constant(0, ScalarType.I64));
        return test;
    }

    private Local Read(GlobalVariable variable)
    {
        var type = new PointerType(variable.Type, isReadOnly: true);
        var pointer = _program.Local("pointer" + _reads, type);
        var number = _program.Local("number" + _reads++, variable.Type);
        _program.Add(new AllocateInstruction(
            new Site("&" + variable), new Place(pointer), Operand.Constant(8, ScalarType.I64), MemoryOrigin.Global)
        {
            Global = variable,
            Variable = variable,
        });
        _program.Load("read", number, pointer, ScalarType.I64);
        return number;
    }
}
