using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests;

/// <summary>Builds a function of the intermediate representation line by line; each line's site is its own text.</summary>
internal sealed class FunctionBuilder(string name)
{
    private readonly List<Local> _locals = [];
    private readonly List<(List<Instruction> Instructions, Terminator? Terminator)> _blocks = [([], null)];
    private readonly Dictionary<string, int> _labels = [];
    private readonly List<Instruction> _declarations = [];
    private int _parameters;
    private int _cells;

    private List<Instruction> Current => _blocks[^1].Instructions;

    public Local Parameter(string parameter, IrType type)
    {
        _parameters++;
        return Local(parameter, type);
    }

    public Local Owner(string local) => Local(local, Helpers.Dynptr);

    public Local View(string local) => Local(local, Helpers.Slice);

    public Local Int(string local) => Local(local, ScalarType.I32);

    public Local Bool(string local) => Local(local, ScalarType.Bool);

    public Local Local(string local, IrType type, bool isTemporary = false)
    {
        var result = new Local(_locals.Count, local, type, _cells, isTemporary);
        _cells += type.CellCount;
        _locals.Add(result);
        return result;
    }

    public FunctionBuilder Call(string site, Local? result, MethodContract contract, params Argument[] arguments) =>
        Call(site, result, new ContractTarget(contract), arguments);

    public FunctionBuilder Call(string site, Local? result, CallTarget target, params Argument[] arguments)
    {
        Current.Add(new CallInstruction(new Site(site), result is null ? null : new Place(result), target, [.. arguments]));
        return this;
    }

    public FunctionBuilder Assign(string site, Local target, Operand source) => Assign(site, new Place(target), source);

    public FunctionBuilder Assign(string site, Place target, Operand source)
    {
        Current.Add(new AssignInstruction(new Site(site), target, source));
        return this;
    }

    public FunctionBuilder Add(Instruction instruction)
    {
        Current.Add(instruction);
        return this;
    }

    /// <summary>Adds an instruction before all others, in the order of such.</summary>
    public void Declare(Instruction instruction) => _declarations.Add(instruction);

    public FunctionBuilder Binary(string site, Local target, BinaryOperator @operator, Operand left, Operand right)
    {
        Current.Add(new BinaryInstruction(new Site(site), new Place(target), @operator, left, right, left.Type));
        return this;
    }

    public FunctionBuilder Not(string site, Local target, Local source)
    {
        Current.Add(new UnaryInstruction(new Site(site), new Place(target), UnaryOperator.Not, Of(source), ScalarType.Bool));
        return this;
    }

    public FunctionBuilder Clear(string site, Local target)
    {
        Current.Add(new ClearInstruction(new Site(site), new Place(target)));
        return this;
    }

    public FunctionBuilder EndOfScope(string site, Local local)
    {
        Current.Add(new EndOfScopeInstruction(new Site(site), local));
        return this;
    }

    public FunctionBuilder FunctionValue(Local target, FunctionReference function)
    {
        Current.Add(new FunctionValueInstruction(new Site("delegate"), new Place(target), function));
        return this;
    }

    /// <summary>Reads through a pointer, as <c>value = *pointer</c>.</summary>
    public FunctionBuilder Load(string site, Local target, Local pointer, ScalarType? type = null)
    {
        Current.Add(new AssignInstruction(
            new Site(site), new Place(target), Operand.Copy(new Place(pointer).Dereference(type ?? ScalarType.I32))));
        return this;
    }

    /// <summary>Writes through a pointer, as <c>*pointer = value</c>.</summary>
    public FunctionBuilder Store(string site, Local pointer, Operand value)
    {
        Current.Add(new AssignInstruction(new Site(site), new Place(pointer).Dereference(value.Type), value));
        return this;
    }

    public FunctionBuilder Convert(string site, Local target, Operand source, ScalarType from, ScalarType to)
    {
        Current.Add(new ConvertInstruction(new Site(site), new Place(target), source, from, to));
        return this;
    }

    public FunctionBuilder Label(string label)
    {
        End(new GotoTerminator(new Site(label), _blocks.Count));
        _labels.Add(label, _blocks.Count - 1);
        return this;
    }

    public FunctionBuilder Goto(string label)
    {
        End(new PendingTerminator(new Site("goto"), label, label, null));
        return this;
    }

    public FunctionBuilder If(string site, Local condition, string whenTrue, string whenFalse)
    {
        End(new PendingTerminator(new Site(site), whenTrue, whenFalse, Of(condition)));
        return this;
    }

    public FunctionBuilder Return(string site = "return", Operand? value = null)
    {
        End(new ReturnTerminator(new Site(site), value));
        return this;
    }

    public FunctionBuilder Throw(string site)
    {
        End(new ThrowTerminator(new Site(site)));
        return this;
    }

    public Function Build(MethodContract? contract = null, bool isProgramCode = false)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var (instructions, terminator) in _blocks)
        {
            if (terminator is null && instructions.Count == 0 && !_labels.ContainsValue(blocks.Count))
                break;
            var all = blocks.Count == 0 ? _declarations.Concat(instructions) : instructions;
            blocks.Add(new Block(blocks.Count, [.. all], Resolve(terminator), []));
        }

        return new Function(name, [.. _locals], _parameters, blocks.ToImmutable(), new Site(name))
        {
            Contract = contract,
            IsProgramCode = isProgramCode,
        };
    }

    public static Operand Of(Local local) => Operand.Copy(new Place(local));

    public static Operand Constant(int value) => Operand.Constant(value, ScalarType.I32);

    public static Argument In(Local local) => new(Of(local), ArgumentPassing.In, new Site("in " + local.Name));

    public static Argument Ref(Local local) => new(Of(local), ArgumentPassing.Ref, new Site("ref " + local.Name));

    public static Argument Out(Local local) => new(Of(local), ArgumentPassing.Out, new Site("out " + local.Name));

    public static Argument Value(Local local) => new(Of(local), ArgumentPassing.Value, new Site(local.Name));

    public static Argument Value(int value) => new(Constant(value), ArgumentPassing.Value, new Site("constant"));

    /// <summary>The place that a by-ref parameter points to, passed on.</summary>
    public static Argument Pass(Local pointer, ArgumentPassing passing) =>
        new(Operand.Copy(new Place(pointer).Dereference(((PointerType)pointer.Type).Element)), passing, new Site(pointer.Name));

    private void End(Terminator terminator)
    {
        _blocks[^1] = (Current, _blocks[^1].Terminator ?? terminator);
        _blocks.Add(([], null));
    }

    private Terminator Resolve(Terminator? terminator) => terminator switch
    {
        PendingTerminator { Condition: { } condition } pending =>
            new BranchTerminator(pending.Site, condition, _labels[pending.WhenTrue], _labels[pending.WhenFalse]),
        PendingTerminator pending => new GotoTerminator(pending.Site, _labels[pending.WhenTrue]),
        _ => terminator ?? new ReturnTerminator(new Site("end"), null),
    };

    private sealed class PendingTerminator(Site site, string whenTrue, string whenFalse, Operand? condition) : Terminator(site)
    {
        public string WhenTrue { get; } = whenTrue;

        public string WhenFalse { get; } = whenFalse;

        public Operand? Condition { get; } = condition;
    }
}
