using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Calls;

/// <summary>The functions that the programs of an object reach, in the order in which they are met.</summary>
internal sealed class CallGraph
{
    private readonly List<FunctionInstance> _functions = [];
    private readonly List<FunctionInstance> _helpers = [];
    private readonly Queue<FunctionInstance> _pending = new();

    /// <summary>The functions.</summary>
    public IReadOnlyList<FunctionInstance> Functions => _functions;

    /// <summary>Adds a program, and all that it reaches.</summary>
    public FunctionInstance Add(FunctionReference program)
    {
        var root = Instance(program, [], default);
        while (_pending.TryDequeue(out var function))
            Visit(function);
        return root;
    }

    private void Visit(FunctionInstance function)
    {
        var all = function.Blocks.SelectMany(block => block.Instructions).ToList();
        for (var i = 0; i < function.Given.Length; i++)
        {
            if (function.Given[i] is { } given)
                function.Delegates[function.Body.Locals[i]] = given;
        }

        foreach (var value in all.OfType<FunctionValueInstruction>())
            Bind(function, value.Target, Instance(value.Function, [], value.Site), value.Site);
        foreach (var assign in all.OfType<AssignInstruction>().Where(assign => assign.Target.Type is HandleType))
        {
            if (Delegate(function, assign.Source) is { } held)
                Bind(function, assign.Target, held, assign.Site);
        }

        foreach (var call in all.OfType<CallInstruction>())
            Visit(function, call);
    }

    private void Visit(FunctionInstance caller, CallInstruction call)
    {
        var callee = call.Target switch
        {
            FunctionTarget target => Instance(target.Function, Given(caller, call), call.Site),
            ContractTarget { Contract.Requirements: null, Body: { } body } => Instance(body, Given(caller, call), call.Site),
            DelegateTarget target => Delegate(caller, target.Delegate)
                ?? throw new EmissionException(call.Site, "a call of a delegate of which it is not known which function it is"),
            _ => null,
        };
        if (call.Target is ContractTarget { Contract: { Requirements: not null } helper })
            MarkCallbacks(caller, call, helper);
        if (callee is not null)
            caller.Callees[call] = callee;
    }

    private static void MarkCallbacks(FunctionInstance caller, CallInstruction call, MethodContract helper)
    {
        for (var i = 0; i < helper.Parameters.Length && i < call.Arguments.Length; i++)
        {
            if (helper.Parameters[i].Callback is not null && Delegate(caller, call.Arguments[i].Value) is { } callback)
                callback.IsCallback = true;
        }
    }

    private static ImmutableArray<FunctionInstance?> Given(FunctionInstance caller, CallInstruction call)
    {
        var given = call.Arguments
            .Select(argument => argument.Passing == ArgumentPassing.Value ? Delegate(caller, argument.Value) : null)
            .ToImmutableArray();
        return given.All(function => function is null) ? [] : given;
    }

    /// <summary>The function that an operand holds, or <see langword="null"/>.</summary>
    public static FunctionInstance? Delegate(FunctionInstance function, Operand operand) =>
        operand is { Kind: OperandKind.Copy or OperandKind.Move, Place.IsLocal: true }
            ? function.Delegates.GetValueOrDefault(operand.Place.Local)
            : null;

    private static void Bind(FunctionInstance function, Place target, FunctionInstance value, Site site)
    {
        if (!target.IsLocal)
            throw new EmissionException(site, "a delegate in a field");
        // Temporaries of several statements may share a local.
        if (function.Delegates.TryGetValue(target.Local, out var other) && other != value && !target.Local.IsTemporary)
            throw new EmissionException(site, "a variable that holds one delegate, then another");
        function.Delegates[target.Local] = value;
    }

    private FunctionInstance Instance(FunctionReference reference, ImmutableArray<FunctionInstance?> given, Site site)
    {
        foreach (var known in _functions.Concat(_helpers))
        {
            if (known.Reference == reference && known.Given.SequenceEqual(given))
                return known;
        }

        var body = reference.Resolve() ?? throw new EmissionException(site, $"a call of `{reference.Name}`, whose body is not here,");
        var instance = new FunctionInstance(reference, body, given);
        if (instance.Result is { ContainsOwner: true })
            throw new EmissionException(site, $"an owner that `{reference.Name}` returns");
        if (instance.Helper is not null)
        {
            _helpers.Add(instance);
            return instance;
        }

        _functions.Add(instance);
        _pending.Enqueue(instance);
        return instance;
    }
}
