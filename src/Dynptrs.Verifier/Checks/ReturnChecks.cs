using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Domain;
using Dynptrs.Verifier.Findings;
using Dynptrs.Verifier.Findings.Memory;
using Dynptrs.Verifier.Findings.Programs;
using Dynptrs.Verifier.IR;
using Dynptrs.Verifier.Memory;

namespace Dynptrs.Verifier.Checks;

/// <summary>Checks what a function returns against what is said about it.</summary>
internal sealed class ReturnChecks(Reporter reporter, VerifierOptions options)
{
    private readonly OwnContractChecks _own = new(reporter);

    /// <summary>Checks what the innermost frame returns.</summary>
    public void Check(State state, ReturnTerminator terminator, ImmutableArray<Value?> values)
    {
        var frame = state.Frame;
        if (frame.Parent is null && options.Program is { Result: { } allowed } program)
            CheckProgram(state, terminator, values, allowed, program);
        if (frame.Resumption.IsCallback && frame.Call is { Target: ContractTarget { Contract: var caller } })
        {
            foreach (var parameter in caller.Parameters)
            {
                if (parameter.Callback is { Delegate.Return.Range: { } range })
                    CheckRange(state, terminator, values, range, caller.Name);
            }
        }
        else if (frame is { Parent: null, Function.Contract: { IsDelegate: true, Return.Range: { } range } contract })
        {
            CheckRange(state, terminator, values, range, contract.Name);
        }
        else if (frame is { Parent: null, Function.Contract: { IsDelegate: false } own })
        {
            _own.CheckExit(state, terminator, own, values);
        }
    }

    /// <summary>Checks that no pointer into the stack of the innermost frame leaves it.</summary>
    /// <returns>What is returned, without such pointers.</returns>
    /// <remarks>
    /// Follows <c>prepare_func_exit</c>, which also refuses pointers into the stack of a caller. Where those are refs and spans, they are
    /// parts of what was given, and a method that returns one is a part of its caller.
    /// </remarks>
    public ImmutableArray<Value?> CheckStack(State state, ReturnTerminator terminator, ImmutableArray<Value?> values)
    {
        var frame = state.Frame;
        for (var i = 0; i < values.Length; i++)
        {
            if (GetStackDepth(state, values[i]) is not { } depth)
                continue;
            var isCallers = depth != frame.Depth;
            if (isCallers && !(frame is { IsStrict: true, Parent: not null } && frame.Function.ReturnsAddress))
                continue;
            var name = terminator.Value is { } value ? PlaceEvaluator.GetName(value) : "";
            reporter.Report(state, new StackReturned(terminator.ValueSite, name, isCallers), About.Any(values[i]));
            values = values.SetItem(i, PoisonedValue.Instance);
        }

        return values;
    }

    /// <summary>The depth of the frame into whose stack a value points, or <see langword="null"/>.</summary>
    private static int? GetStackDepth(State state, Value? value) => value switch
    {
        AddressValue address => state.Frame.GetDepth(address.Cell),
        PointerValue { Origin: MemoryOrigin.Stack, Size: not 0, StackDepth: var depth } => depth,
        _ => null,
    };

    /// <summary>Checks a number. In host code only what is outside for certain is refused.</summary>
    /// <remarks>Follows <c>retval_range_within</c> at the exit of a callback.</remarks>
    private void CheckRange(State state, ReturnTerminator terminator, ImmutableArray<Value?> values, ValueRange range, string to)
    {
        if (values.Length != 1 || values[0] is not NumberValue { Range: var actual } number)
            return;
        number.Lineage?.MarkPrecise();
        var allowed = Scalar.Signed(range.Min, range.Max);
        var isWithin = state.Frame.IsStrict ? allowed.Contains(actual) : !allowed.Meet(actual).IsEmpty;
        var isPart = state.Frame.IsStrict && number.IsPartOfRegister;
        if (isWithin && !isPart)
            return;
        var mismatch = new RangeMismatch(range, new ValueRange(actual.SignedMin, actual.SignedMax)) { IsPartOfRegister = isWithin };
        reporter.Report(state, new CallbackResult(terminator.ValueSite, NameOf(terminator), to, mismatch));
    }

    /// <summary>Checks what the program itself returns.</summary>
    /// <remarks>Follows <c>check_return_code</c>, which compares bounds alone.</remarks>
    private void CheckProgram(
        State state,
        ReturnTerminator terminator,
        ImmutableArray<Value?> values,
        ValueRange allowed,
        ProgramFacts program)
    {
        if (values.Length != 1 || values[0] is not NumberValue { Range: var range } number)
            return;
        number.Lineage?.MarkPrecise();
        var isPart = number.IsPartOfRegister && !program.IsResultAnInt;
        var bounds = program.IsResultAnInt ? range.Low : range.Full;
        if (!isPart && allowed.Min <= bounds.SignedMin && bounds.SignedMax <= allowed.Max)
            return;
        var mismatch = new RangeMismatch(allowed, new ValueRange(bounds.SignedMin, bounds.SignedMax))
        {
            IsPartOfRegister = isPart && allowed.Min <= bounds.SignedMin && bounds.SignedMax <= allowed.Max,
        };
        reporter.Report(state, new ProgramResult(terminator.ValueSite, NameOf(terminator), program, mismatch));
    }

    private static string NameOf(ReturnTerminator terminator) => terminator.Value is { } value ? PlaceEvaluator.GetName(value) : "";
}
