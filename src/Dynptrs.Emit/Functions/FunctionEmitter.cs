using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Objects;
using Dynptrs.Emit.Structure;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Facts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>
/// Writes the body of one function. A temporary that is read once is written where it is read, as long as nothing between the two changes
/// what it stands for.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private const int RegisterSize = 8;

    private readonly ObjectScope _object;
    private readonly FunctionInstance _function;
    private readonly LocalUses _uses;
    private readonly SmallNumbers _smallNumbers;
    private readonly CNames _names;
    private readonly Dictionary<Local, string> _localNames = [];
    private readonly Dictionary<Local, Value> _constants = [];
    private readonly List<(Local Local, Value Value, SourceLine? Line)> _pending = [];
    private readonly List<string> _declarations = [];
    private readonly HashSet<string> _declared = [];
    private readonly Dictionary<string, long> _arrays = [];
    private readonly Dictionary<Local, Value> _aliases = [];
    private readonly Dictionary<Local, Value> _taken = [];
    private readonly Dictionary<Local, Place> _spanFields = [];
    private readonly Dictionary<Local, Local> _built = [];
    private Block _block = null!;
    private FlowBlock _flow = null!;
    private Instruction _instruction = null!;
    private int _next;
    private Site _site;

    private HashSet<Local> _read = [];
    private bool _readsMemory;
    private bool _hasEffect;

    public FunctionEmitter(ObjectScope scope, FunctionInstance function)
    {
        _object = scope;
        _function = function;
        _uses = function.Uses;
        _smallNumbers = new SmallNumbers(function);
        _names = new CNames(scope.Names);
        foreach (var parameter in function.Body.Locals.Take(function.Body.ParameterCount))
            NameOf(parameter);
    }

    /// <summary>A name for the context of a program whose parameters are read out of it.</summary>
    public string NameContext() => _names.Give("ctx");

    /// <summary>The declarations of the function's variables.</summary>
    public IReadOnlyList<string> Declarations => _declarations;

    /// <summary>The parameters, each as it is declared.</summary>
    public IEnumerable<string> Parameters()
    {
        foreach (var parameter in _function.Body.Locals.Take(_function.Body.ParameterCount))
        {
            if (_function.Delegates.ContainsKey(parameter))
                continue;
            yield return CTypes.Declare(TypeOf(parameter), NameOf(parameter));
            if (SizeVariable(parameter) is { } size)
                yield return "__u64 " + size;
        }
    }

    /// <summary>The name and the type in C of each parameter.</summary>
    public IEnumerable<(string Name, string Type)> NamedParameters() =>
        _function.Body.Locals.Take(_function.Body.ParameterCount).Select(parameter => (NameOf(parameter), TypeOf(parameter)));

    /// <summary>The statements of the function.</summary>
    public List<CStatement> Run()
    {
        var loops = new CountingLoops(_function);
        var blocks = _function.Blocks.ToDictionary(
            block => block.Index, block => new FlowBlock(block.Index) { IsWrittenOut = loops.IsWrittenOut(block.Index) });
        foreach (var block in _function.Blocks)
        {
            (_block, _flow) = (block, blocks[block.Index]);
            _aliases.Clear();
            Begin(_function.Body.Site);
            if (block.Index == 0)
                HideParameters();
            for (_next = 0; _next < block.Instructions.Length;)
            {
                _instruction = block.Instructions[_next++];
                Begin(_instruction.Site);
                Emit(_instruction);
            }

            Begin(block.Terminator.Site);
            Emit(block.Terminator, blocks);
        }

        EndIterators(blocks[0], _function.Body.Blocks.Length);
        return Structurer.Run(blocks[0]);
    }

    private void Emit(Terminator terminator, Dictionary<int, FlowBlock> blocks)
    {
        switch (terminator)
        {
            case GotoTerminator jump:
                FlushAll();
                _flow.Go(blocks[jump.Target]);
                break;
            case BranchTerminator branch:
                var condition = Read(branch.Condition);
                FlushAll();
                _flow.Branch(condition, blocks[branch.WhenTrue], blocks[branch.WhenFalse]);
                break;
            case ReturnTerminator { Value: { } value }:
                var result = Result(value);
                if (_function.MayBeEnded && value.Type is ScalarType)
                    result = CExpression.Primary($"{EmbeddedText.HideNumber}({result.Text})", result.Type);
                FlushAll();
                _flow.Statements.Add(new CStatement.Return(result, Line()));
                break;
            case ReturnTerminator:
                FlushAll();
                _flow.Statements.Add(new CStatement.Return(null, Line()));
                break;
            case UnreachableTerminator:
                throw new EmissionException(_site, "what does not compile");
            default:
                throw new EmissionException(terminator.Site, "an exception that is thrown");
        }

        _flow.Line = Line();
    }

    /// <summary>What the function returns; a span as one value, where its size is not constant.</summary>
    private CExpression Result(Operand value)
    {
        var result = Read(value);
        return _object.Lengths.Find(_function, null) is { IsConstant: false }
            ? CExpression.Primary($"({_object.Types.Span()}){{ {result.Text}, {SizeOf(value).Text} }}", _object.Types.Span())
            : result.To(_object.ResultType(_function));
    }

    private void Begin(Site site)
    {
        _site = site.Source is null ? _site : site;
        _read = [];
        (_readsMemory, _hasEffect) = (false, false);
        _taken.Clear();
    }

    private SourceLine? Line() => _object.Line(_site);

    /// <summary>Gives a local or a place its new value; a temporary only where it is read.</summary>
    private void Store(Place target, CExpression value, CExpression? size = null)
    {
        if (!target.IsLocal || _uses.IsMemory(target.Local))
        {
            StoreInMemory(target, value, size);
            return;
        }

        var local = target.Local;
        // An array bears its name already.
        if (!local.IsTemporary && _constants.ContainsKey(local))
            return;
        var found = new Value(value.To(TypeOf(local)))
        {
            Locals = _read,
            ReadsMemory = _readsMemory,
            HasEffect = _hasEffect,
            Size = SizeVariable(local) is null ? null : size,
            IsHidden = _function.Hidden.IsHidden(local, _instruction),
        };
        if (local.IsTemporary && found.IsConstant && _uses.IsWrittenOnce(local))
        {
            _constants[local] = found;
            return;
        }

        _aliases.Remove(local);
        var (reads, isOver) = LocalUses.CountReads(_block, _next, local);
        if (reads > 1)
            reads -= CountRepeatedReads(local);
        var isLive = !isOver && _uses.IsLiveOut(_block, local);
        if (local.IsTemporary && !isLive && IsAlias(found))
        {
            _aliases[local] = found;
            return;
        }

        if (local.IsTemporary && !isLive && reads <= 1 && found.Size is null or { IsSimple: true })
        {
            if (reads == 1)
                Keep(local, found);
            else if (found.HasEffect)
                Append(new CStatement.Simple(value.Text, Line()), writesMemory: true, null);
            return;
        }

        Assign(local, found, Line());
    }

    /// <summary>Whether it is the name of something, which stays the same, and may be written again and again.</summary>
    private bool IsAlias(Value value) =>
        !value.ReadsMemory
        && !value.HasEffect
        && (value.Expression.IsSimple || value.Expression.Target is not null)
        && value.Size is null or { IsSimple: true }
        && value.Locals.All(local => _uses.IsMemory(local) || _uses.IsStable(local, _function));

    private void Assign(Local local, Value value, SourceLine? line)
    {
        Declare(local);
        var expression = value.Expression;
        // What is cut off before a number is hidden is no part of what the compiler tests.
        var isCut = value.IsHidden && expression.Inner is { Type: "__u64" or "__s64" } && expression.Type is not ("__u64" or "__s64");
        if (!isCut && expression.Inner is { } inner && expression.Type == TypeOf(local))
            expression = inner;
        if (_uses.IsWrittenOnce(local) && _arrays.TryGetValue(expression.Origin.Text, out var arraySize))
            _arrays[NameOf(local)] = arraySize;
        Append(new CStatement.Assign(NameOf(local), value.IsHidden ? Hide(expression) : expression, line), value.HasEffect, local);
        if (SizeVariable(local) is { } size && value.Size is { } bytes && size != bytes.Text)
            Append(new CStatement.Assign(size, bytes, line), writesMemory: false, local);
    }

    /// <summary>A number behind a barrier; one that is in a variable was hidden there.</summary>
    private static CExpression Hide(CExpression number) =>
        number.IsSimple ? number : CExpression.Primary($"{EmbeddedText.HideNumber}({number.Text})", number.Type);

    private void HideParameters()
    {
        foreach (var parameter in _function.Body.Locals.Take(_function.Body.ParameterCount))
        {
            if (_function.Hidden.IsWidened(parameter))
                HideAnew(parameter);
        }
    }

    /// <summary>From here on, the compiler does not know where a variable has its value from.</summary>
    private void HideAnew(Local local)
    {
        var hidden = CExpression.Primary($"{EmbeddedText.HideNumber}({NameOf(local)})", TypeOf(local));
        Append(new CStatement.Assign(NameOf(local), hidden, Line()), writesMemory: false, local);
    }

    private void StoreInMemory(Place target, CExpression value, CExpression? size)
    {
        if (target.IsLocal && SizeVariable(target.Local) is not null)
            throw new EmissionException(_site, $"a reference to `{target.Local.Name}`, which is a span whose length varies,");
        var place = Locate(target).Value;
        if (target.IsLocal)
            Declare(target.Local);
        if (IsLarge(target.Type))
        {
            _object.NeedsBlocks = true;
            var copy = $"copy_bytes(&{place.At(Precedence.Unary)}, &{value.At(Precedence.Unary)}, sizeof({place.Text}))";
            Append(new CStatement.Simple(copy, Line()), writesMemory: true, target.IsLocal ? target.Local : null);
            return;
        }

        if (value.Inner is { } inner && value.Type == place.Type)
            value = inner;
        Append(new CStatement.Assign(place.Text, value.To(place.Type), Line()), writesMemory: true, target.IsLocal ? target.Local : null);
        if (SizeField(target) is { } field)
            Append(new CStatement.Assign(field.Text, size ?? CExpression.Number(0), Line()), writesMemory: true, null);
    }

    /// <summary>Keeps a value until it is read. What has an effect, or sees one, keeps its place among those that do.</summary>
    private void Keep(Local local, Value value)
    {
        if (value.HasEffect)
            Flush(other => other.HasEffect || other.ReadsMemory);
        else if (value.ReadsMemory)
            Flush(other => other.HasEffect);
        _pending.Add((local, value, Line()));
    }

    /// <summary>Adds a statement, behind all that must be evaluated before it.</summary>
    private void Append(CStatement statement, bool writesMemory, Local? written)
    {
        Flush(value => (writesMemory && (value.ReadsMemory || value.HasEffect)) || (written is not null && value.Locals.Contains(written)));
        _flow.Statements.Add(statement);
    }

    /// <summary>Takes what has an effect out of an expression that is written twice, or is not always met.</summary>
    private void SettleEffects(params ReadOnlySpan<Operand> operands)
    {
        foreach (var operand in operands)
            Settle(operand, value => value.HasEffect);
    }

    /// <summary>Gives a value that is still to be read a variable.</summary>
    private void Settle(Operand operand, Func<Value, bool> isConcerned)
    {
        if (operand is not { Kind: OperandKind.Copy or OperandKind.Move, Place: { IsLocal: true, Local: var local } })
            return;
        var kept = _pending.FindIndex(entry => entry.Local == local);
        if (kept < 0 || !isConcerned(_pending[kept].Value))
            return;
        var (_, value, line) = _pending[kept];
        _pending.RemoveAt(kept);
        Assign(local, value, line);
    }

    private void FlushAll() => Flush(_ => true);

    private void Flush(Func<Value, bool> isConcerned)
    {
        foreach (var (local, value, line) in _pending.Where(entry => isConcerned(entry.Value)).ToList())
        {
            // Another one may have been written before this one.
            if (_pending.RemoveAll(entry => entry.Local == local) > 0)
                Assign(local, value, line);
        }
    }

    private string NameOf(Local local)
    {
        if (!_localNames.TryGetValue(local, out var name))
            _localNames[local] = name = _names.Give(local.IsTemporary ? "t" : local.Name);
        return name;
    }

    private string TypeOf(Local local) => _uses.IsMemory(local)
        ? _object.Types.InMemory(local.Type, _site)
        : TypeOf(_function, local);

    /// <summary>The type of a variable of a function that has no address.</summary>
    private string TypeOf(FunctionInstance function, Local local) => function.Hidden.IsWidened(local)
        ? CTypes.Scalar(ScalarType.I32)
        : _object.Types.Variable(local.Type, _site, local.KernelType);

    private void Declare(Local local)
    {
        if (local.Index >= _function.Body.ParameterCount && _declared.Add(NameOf(local)))
            _declarations.Add(CTypes.Declare(TypeOf(local), NameOf(local)) + AlignmentOf(local));
        if (local.Index >= _function.Body.ParameterCount && SizeVariable(local) is { } size && _declared.Add(size))
            _declarations.Add("__u64 " + size);
    }

    /// <summary>
    /// Lets those variables begin a register that the verifier takes to begin one: which do is left to the compiler otherwise, as is what
    /// lies beside them.
    /// </summary>
    private string AlignmentOf(Local local) =>
        _uses.IsMemory(local)
        && local.Type is { Size: > 0 and var size }
        && size % RegisterSize != 0
        && StackLayout.BeginsRegister(_function.Body, local)
            ? " __aligned(8)"
            : "";

    /// <summary>The variable that keeps the number of bytes behind a pointer, where one is needed.</summary>
    private string? SizeVariable(Local local) =>
        _object.Lengths.Find(_function, local) is { IsConstant: false } ? NameOf(local) + "_size" : null;
}
