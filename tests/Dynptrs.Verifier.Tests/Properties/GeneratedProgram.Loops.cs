using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Loops that end for other reasons than that a variable of their own has counted.</summary>
internal sealed partial class GeneratedProgram
{
    private void Add(Statement.While loop)
    {
        var (head, body, end) = (Label(), Label(), Label());
        if (loop.Form == LoopForm.Flag)
            _builder.Assign(Site("flag"), _flags[loop.Other % ProgramShape.Flags], Operand.Constant(1, ScalarType.Bool));
        _builder.Label(head);
        if (GoesOn(loop) is { } condition)
            _builder.If(Site("while"), condition, body, end);
        _builder.Label(body);
        _loopEnds.Push(end);
        AddAll(loop.Body);
        _loopEnds.Pop();
        Step(loop);
        _builder.Goto(head);
        _builder.Label(end);
    }

    /// <summary>The condition of a loop, or <see langword="null"/> where it has none.</summary>
    private Local? GoesOn(Statement.While loop)
    {
        var (counter, type) = (_numbers[loop.Counter], NumberTypes[loop.Counter]);
        var condition = _builder.Local("condition", ScalarType.Bool, isTemporary: true);
        switch (loop.Form)
        {
            case LoopForm.Up:
                _builder.Binary(Site("compare"), condition, BinaryOperator.Less, Operand.Copy(counter), Of(loop.Bound, type));
                return condition;
            case LoopForm.Down:
                _builder.Binary(Site("compare"), condition, BinaryOperator.Greater, Operand.Copy(counter), Constant(0, type));
                return condition;
            case LoopForm.DownPast:
                var before = _builder.Local("before", type, isTemporary: true);
                _builder.Assign(Site("before"), before, Operand.Copy(counter));
                Compute(loop.Counter, BinaryOperator.Subtract, loop.Step);
                _builder.Binary(Site("compare"), condition, BinaryOperator.Greater, FunctionBuilder.Of(before), Constant(0, type));
                return condition;
            case LoopForm.Shift or LoopForm.Bits:
                _builder.Binary(Site("compare"), condition, BinaryOperator.NotEqual, Operand.Copy(counter), Constant(0, type));
                return condition;
            case LoopForm.Flag:
                return _flags[loop.Other % ProgramShape.Flags];
            case LoopForm.Alias:
                var counted = Operand.Copy(new Place(_numberAlias.Value).Dereference(ScalarType.I32));
                _builder.Binary(Site("compare"), condition, BinaryOperator.Less, counted, Of(loop.Bound, ScalarType.I32));
                return condition;
            case LoopForm.Memory:
                var cell = _builder.Local("loaded", ScalarType.U8, isTemporary: true);
                _builder.Assign(Site("load"), cell, Operand.Copy(Element(loop.Other % ProgramShape.Spans, new Size(0))));
                _builder.Binary(
                    Site("compare"),
                    condition,
                    BinaryOperator.Less,
                    Convert(FunctionBuilder.Of(cell), ScalarType.U8, ScalarType.I32),
                    Of(loop.Bound, ScalarType.I32));
                return condition;
            default:
                return null;
        }
    }

    /// <summary>What ends a round.</summary>
    private void Step(Statement.While loop)
    {
        var type = NumberTypes[loop.Counter];
        switch (loop.Form)
        {
            case LoopForm.Up:
                Compute(loop.Counter, BinaryOperator.Add, loop.Step);
                break;
            case LoopForm.Down:
                Compute(loop.Counter, BinaryOperator.Subtract, loop.Step);
                break;
            case LoopForm.Shift:
                Compute(loop.Counter, BinaryOperator.UnsignedShiftRight, loop.Step);
                break;
            case LoopForm.Bits:
                var less = _builder.Local("less", type, isTemporary: true);
                _builder.Binary(Site("less"), less, BinaryOperator.Subtract, Operand.Copy(_numbers[loop.Counter]), Constant(1, type));
                _builder.Add(new BinaryInstruction(
                    new Site(Site("clear")),
                    _numbers[loop.Counter],
                    BinaryOperator.And,
                    Operand.Copy(_numbers[loop.Counter]),
                    FunctionBuilder.Of(less),
                    type));
                break;
            case LoopForm.Flag:
                EndByFlag(loop, type);
                break;
            case LoopForm.Alias:
                var counted = new Place(_numberAlias.Value).Dereference(ScalarType.I32);
                _builder.Add(new BinaryInstruction(
                    new Site(Site("next")),
                    counted,
                    BinaryOperator.Add,
                    Operand.Copy(counted),
                    Operand.Constant(loop.Step, ScalarType.I32),
                    ScalarType.I32));
                break;
            case LoopForm.Memory:
                var cell = Element(loop.Other % ProgramShape.Spans, new Size(0));
                var sum = _builder.Local("sum", ScalarType.I32, isTemporary: true);
                var loaded = _builder.Local("loaded", ScalarType.U8, isTemporary: true);
                _builder.Assign(Site("load"), loaded, Operand.Copy(cell));
                _builder.Binary(
                    Site("next"),
                    sum,
                    BinaryOperator.Add,
                    Convert(FunctionBuilder.Of(loaded), ScalarType.U8, ScalarType.I32),
                    Operand.Constant(loop.Step, ScalarType.I32));
                _builder.Assign(Site("store"), cell, Convert(FunctionBuilder.Of(sum), ScalarType.I32, ScalarType.U8));
                break;
        }
    }

    private void EndByFlag(Statement.While loop, ScalarType type)
    {
        Compute(loop.Counter, BinaryOperator.Add, loop.Step);
        var (last, next) = (Label(), Label());
        var condition = _builder.Local("condition", ScalarType.Bool, isTemporary: true);
        _builder.Binary(
            Site("compare"), condition, BinaryOperator.GreaterOrEqual, Operand.Copy(_numbers[loop.Counter]), Of(loop.Bound, type));
        _builder.If(Site("last?"), condition, last, next);
        _builder.Label(last);
        _builder.Assign(Site("flag"), _flags[loop.Other % ProgramShape.Flags], Operand.Constant(0, ScalarType.Bool));
        _builder.Label(next);
    }

    private void Compute(int number, BinaryOperator @operator, long right)
    {
        var type = NumberTypes[number];
        _builder.Add(new BinaryInstruction(
            new Site(Site("next")),
            _numbers[number],
            @operator,
            Operand.Copy(_numbers[number]),
            Constant(right, @operator == BinaryOperator.UnsignedShiftRight ? ScalarType.I32 : type),
            type));
    }
}
