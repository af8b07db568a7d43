using System;
using System.Globalization;
using System.Linq;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>Instructions that are no calls and no arithmetic.</summary>
internal sealed partial class FunctionEmitter
{
    /// <summary>
    /// What takes more steps is done by a loop: the compiler would call a function that is not there, or run out of stack.
    /// </summary>
    private const long MaxSteps = 64;

    /// <summary>The alignment in bytes of the function's own arrays.</summary>
    private const int ArrayAlignment = 8;

    private void Emit(Instruction instruction)
    {
        switch (instruction)
        {
            case EndOfScopeInstruction or FunctionValueInstruction:
                break;
            case AssignInstruction assign:
                Emit(assign);
                break;
            case ClearInstruction clear:
                FindBuilt(clear.Target);
                Clear(clear.Target);
                break;
            case BinaryInstruction binary:
                Emit(binary);
                break;
            case UnaryInstruction unary:
                Emit(unary);
                break;
            case ConvertInstruction convert:
                Emit(convert);
                break;
            case AddressOfInstruction address:
                Store(address.Target, KeepAddress(address.Source, address.Target), CExpression.Number(address.Source.Type.Size));
                break;
            case DeriveInstruction derive:
                Emit(derive);
                break;
            case LengthInstruction length:
                Emit(length);
                break;
            case AllocateInstruction allocate:
                Emit(allocate);
                break;
            case MemoryBlockInstruction block:
                Emit(block);
                break;
            case CallInstruction call:
                Emit(call);
                break;
            case OpaqueInstruction opaque:
                Emit(opaque);
                break;
            default:
                throw new EmissionException(_site, $"`{instruction}`");
        }
    }

    private void Emit(AssignInstruction assign)
    {
        if (CallGraph.Delegate(_function, assign.Source) is not null)
            return;
        if (assign.Source.Type.ContainsOwner && assign.Source.Kind != OperandKind.Null)
            throw new EmissionException(_site, "an owner that is moved from one variable to another");
        if (TryEmitAtomic(assign) || TryEmitSwap(assign))
            return;
        if (IsWhole(assign.Source) && _built.Remove(assign.Source.Place.Local))
            return;
        if (IsWhole(assign.Source)
            && assign.Target.IsLocal
            && _iterators.TryGetValue(assign.Source.Place.Local, out var iterator))
        {
            _iterators[assign.Target.Local] = iterator;
            return;
        }

        if (TryEmitCopy(assign))
            return;
        var value = Read(assign.Source);
        Store(assign.Target, value, IsSized(assign.Target) ? SizeOf(assign.Source) : null);
    }

    /// <summary>A struct that is built aside, and then put into a variable that nothing names meanwhile, is built there.</summary>
    private void FindBuilt(Place temporary)
    {
        if (temporary is not { IsLocal: true, Local: { IsTemporary: true } local, Type: StructType or OpaqueType })
            return;
        var at = _next;
        while (at < _block.Instructions.Length && !IsCopied(_block.Instructions[at], local))
            at++;
        if (at == _block.Instructions.Length)
            return;
        var variable = ((AssignInstruction)_block.Instructions[at]).Target.Local;
        if (IsReadFrom(at + 1, local))
            return;
        for (var i = _next; i < at; i++)
        {
            if (InstructionOperands.Reads(_block.Instructions[i]).Any(place => place.Local == variable)
                || InstructionOperands.Target(_block.Instructions[i])?.Local == variable)
            {
                return;
            }
        }

        _built[local] = variable;
    }

    /// <summary>Whether the value that a local has is read by an instruction of this block from one on, or behind the block.</summary>
    private bool IsReadFrom(int index, Local local)
    {
        var (reads, isOver) = LocalUses.CountReads(_block, index, local);
        return reads > 0 || (!isOver && _uses.IsLiveOut(_block, local));
    }

    private static bool IsCopied(Instruction instruction, Local temporary) =>
        instruction is AssignInstruction { Target: { IsLocal: true, Local.IsTemporary: false } } copy
        && IsWhole(copy.Source)
        && copy.Source.Place.Local == temporary;

    /// <summary>Whether an operand is the value of a whole variable.</summary>
    private static bool IsWhole(Operand operand) => operand is { Kind: OperandKind.Copy or OperandKind.Move, Place.IsLocal: true };

    /// <summary>A struct that is read into a temporary and written from there is copied once.</summary>
    private bool TryEmitCopy(AssignInstruction read)
    {
        // The address of the variable that is written may be taken in between.
        var at = _next;
        while (at < _block.Instructions.Length && _block.Instructions[at] is AllocateInstruction { Origin: MemoryOrigin.Global })
            at++;
        if (read is not { Target: { IsLocal: true, Local: { IsTemporary: true } temporary }, Target.Type: StructType or OpaqueType }
            || read.Source.Kind == OperandKind.Null
            || at >= _block.Instructions.Length
            || _block.Instructions[at] is not AssignInstruction { Source: { Kind: OperandKind.Copy or OperandKind.Move } copied } write
            || !copied.Place.IsLocal
            || copied.Place.Local != temporary
            || LocalUses.CountReads(_block, _next, temporary) is not (1, var isOver)
            || (!isOver && _uses.IsLiveOut(_block, temporary)))
        {
            return false;
        }

        while (_next < at)
            Emit(_block.Instructions[_next++]);
        _next++;
        Begin(read.Site);
        Store(write.Target, Read(read.Source));
        return true;
    }

    private void Clear(Place target)
    {
        switch (target.Type)
        {
            // What lies in the variable of an owner before it is made does not matter, and nothing may be written behind that.
            case OwnerType:
                break;
            case StructType or OpaqueType:
                var place = Locate(target).Value;
                var text = IsLarge(target.Type)
                    ? $"fill_bytes(&{place.Text}, 0, sizeof({place.Text}))"
                    : $"__builtin_memset(&{place.At(Precedence.Unary)}, 0, sizeof({place.Text}))";
                _object.NeedsBlocks |= IsLarge(target.Type);
                Append(new CStatement.Simple(text, Line()), writesMemory: true, target.IsLocal ? target.Local : null);
                break;
            case ScalarType type:
                Store(target, CNumber.Of(0, type));
                break;
            default:
                Store(target, CExpression.Null, CExpression.Number(0));
                break;
        }
    }

    private void Emit(DeriveInstruction derive)
    {
        // The offset counts for the pointer and for the size beside it, and the size is written behind the pointer.
        if (IsSized(derive.Target))
        {
            Settle(derive.Offset, offset => derive.Length is null && (offset.HasEffect || offset.ReadsMemory));
            if (derive.Length is { } length)
                Settle(length, size => size.ReadsMemory && size.Locals.Contains(derive.Target.Local));
        }

        var source = Read(derive.Source);
        if (derive.Target.Type is ScalarType number)
        {
            Store(derive.Target, source.As(CTypes.Scalar(number)));
            return;
        }

        var type = TypeOf(derive.Target);
        var size = SizeAfter(derive);
        if (derive.Offset is { Kind: OperandKind.Constant, Value: 0 })
        {
            Store(derive.Target, source.To(type), size);
            return;
        }

        var bytes = derive.Target.Type is PointerType { Element.Size: 1 } or ViewType && source.Type == type
            ? source
            : source.As("void *");
        Store(derive.Target, Move(derive, source, bytes).To(type), size);
    }

    private CExpression Move(DeriveInstruction derive, CExpression source, CExpression bytes)
    {
        if (derive.Offset is { Kind: OperandKind.Constant, Value: < 0 and > long.MinValue and var back })
            return CExpression.Binary(bytes, "-", CExpression.Number(-back), Precedence.Sum, bytes.Type);
        var offset = Read(derive.Offset);
        if (IsHidden(source, derive.Offset, stride: 1))
            offset = CExpression.Primary($"{EmbeddedText.HideIndex}({offset.Text})", "__u64");
        return CExpression.Binary(bytes, "+", offset, Precedence.Sum, bytes.Type);
    }

    /// <summary>Whether a number of bytes is kept beside a pointer.</summary>
    private bool IsSized(Place target) => target.IsLocal
        ? target.Type is PointerType or ViewType && SizeVariable(target.Local) is not null
        : SizeField(target) is not null;

    private CExpression? SizeAfter(DeriveInstruction derive)
    {
        if (!IsSized(derive.Target))
            return null;
        if (derive.Length is { } length)
            return Read(length);
        var rest = SizeOf(derive.Source);
        return derive.Offset is { Kind: OperandKind.Constant, Value: 0 }
            ? rest
            : CExpression.Binary(rest, "-", Read(derive.Offset), Precedence.Sum, "__u64");
    }

    private void Emit(LengthInstruction length)
    {
        var bytes = SizeOf(length.Source);
        if (length.Source is { Kind: OperandKind.Copy or OperandKind.Move, Place.IsLocal: true })
            _read.Add(length.Source.Place.Local);
        if (length.Stride > 1)
        {
            bytes = long.TryParse(bytes.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var constant)
                ? CExpression.Number(constant / length.Stride)
                : CExpression.Binary(bytes, "/", CExpression.Number(length.Stride), Precedence.Product, "__u64");
        }

        Store(length.Target, bytes.Type == "int" || char.IsAsciiDigit(bytes.Text[0]) ? bytes : bytes.As("int"));
    }

    private void Emit(AllocateInstruction allocate)
    {
        switch (allocate)
        {
            case { Origin: MemoryOrigin.Global, Global: { Map: { } } map }:
                Store(allocate.Target, CExpression.AddressOf(CExpression.Primary(_object.NameOf(map), "struct"), "void *"));
                break;
            case { Origin: MemoryOrigin.Global, Global.Helper: { } helper }:
                Store(allocate.Target, CExpression.AddressOf(_object.Helpers.Test(helper), "__u8 *"));
                break;
            case { Origin: MemoryOrigin.Global, Global: { } global, Target.Type: PointerType { Element: var element } }:
                var type = _object.Types.InMemory(element, _site);
                var name = CExpression.Primary(_object.NameOf(global), type);
                Store(allocate.Target, global.IsReadOnly || global.LoadTime is not null
                    ? CExpression.HiddenAddressOf(name, CTypes.Star(type))
                    : CExpression.AddressOf(name, CTypes.Star(type)));
                break;
            case { Data: { IsText: true, Bytes: var text } }:
                Store(allocate.Target, _object.Literal(text), CExpression.Number(text.Length));
                break;
            case { Data: { } table, Target.Type: PointerType { Element: ScalarType element } }:
                Store(allocate.Target, _object.Table(table, element), CExpression.Number(table.Bytes.Length));
                break;
            case { Origin: MemoryOrigin.Stack, Length: { Kind: OperandKind.Constant, Value: var size } }:
                AllocateOnStack(allocate, size);
                break;
            default:
                throw new EmissionException(_site, $"memory of the {allocate.Origin.ToString().ToLowerInvariant()}");
        }
    }

    /// <summary>An array of the function's own: it bears the name of the variable that points to it, where that always does.</summary>
    private void AllocateOnStack(AllocateInstruction allocate, long size)
    {
        var element = allocate.Target.Type is PointerType { Element: { Size: > 0 } known } && size % known.Size == 0
            ? known
            : ScalarType.U8;
        var type = _object.Types.InMemory(element, _site);
        var local = allocate.Target.Local;
        var isItsName = allocate.Target.IsLocal && _uses.IsWrittenOnce(local) && !_uses.IsMemory(local);
        // A span that always points to the array gives it its name.
        var span = isItsName ? SpanOf(local) : null;
        var name = isItsName ? NameOf(span ?? local) : _names.Give("buffer");
        var count = Math.Max(size / element.Size, 1);
        _arrays[name] = size;
        if (_declared.Add(name))
            _declarations.Add(string.Create(CultureInfo.InvariantCulture, $"{type} {name}[{count}] __aligned(8)"));
        if (size > 0)
        {
            var isLarge = size / ArrayAlignment > MaxSteps;
            _object.NeedsBlocks |= isLarge;
            var clear = $"{(isLarge ? "fill_bytes" : "__builtin_memset")}({name}, 0, sizeof({name}))";
            Append(new CStatement.Simple(clear, Line()), writesMemory: true, null);
        }

        var array = CExpression.Primary(name, CTypes.Star(type));
        if (isItsName)
        {
            _constants[local] = new Value(array) { Size = CExpression.Number(size) };
            if (span is not null)
                _constants[span] = new Value(array.To(TypeOf(span))) { Size = CExpression.Number(size) };
        }
        else
            Store(allocate.Target, array, CExpression.Number(size));
    }

    /// <summary>The variable that a temporary is put into next, where that has no other value.</summary>
    private Local? SpanOf(Local temporary)
    {
        for (var i = _next; i < _block.Instructions.Length && temporary.IsTemporary; i++)
        {
            var (target, source) = _block.Instructions[i] switch
            {
                AssignInstruction assign => (assign.Target, assign.Source),
                DeriveInstruction { Offset: { Kind: OperandKind.Constant, Value: 0 }, Length: null } derive =>
                    (derive.Target, derive.Source),
                _ => default,
            };
            if (source.Kind is OperandKind.Copy or OperandKind.Move
                && source.Place is { IsLocal: true }
                && source.Place.Local == temporary
                && target is { IsLocal: true, Local: { IsTemporary: false } span }
                && _uses.IsWrittenOnce(span)
                && !_uses.IsMemory(span))
            {
                return span;
            }
        }

        return null;
    }

    private void Emit(OpaqueInstruction opaque)
    {
        if (opaque is { Target: { Type: PointerType } target, Escapes: [{ Type.ContainsOwner: false } place] })
            Store(target, Address(place), CExpression.Number(place.Type.Size));
        else if (opaque is not { Target: { } unset } || !IsUnset(opaque, unset))
            throw new EmissionException(_site, opaque.Description);
    }

    /// <summary>A variable that is not given a value yet has none in C either.</summary>
    private static bool IsUnset(OpaqueInstruction opaque, Place target) =>
        opaque is { Reason: OpaqueReason.NotFollowed, Inputs.IsEmpty: true, Escapes.IsEmpty: true }
        && target is { IsLocal: true, Local.IsTemporary: false };

    private void Emit(MemoryBlockInstruction block)
    {
        if (block.Operator is not (MemoryBlockOperator.Fill or MemoryBlockOperator.Copy or MemoryBlockOperator.IndexOf))
            SettleEffects(block.Destination, block.Operand);
        var (memory, size) = (Read(block.Destination), SizeOf(block.Destination));
        switch (block.Operator)
        {
            case MemoryBlockOperator.Fill:
                if (block.Operand.Type.Size != 1 && block.Operand is not { Kind: OperandKind.Constant, Value: 0 })
                    throw new EmissionException(_site, "filling memory with elements of more than one byte");
                Move("__builtin_memset", "fill_bytes", size, AlignmentOf(memory), memory.Into("void *"), Read(block.Operand).Text, size.Text);
                break;
            case MemoryBlockOperator.Copy:
                var source = Read(block.Operand);
                var copied = SizeOf(block.Operand);
                var alignment = Math.Min(AlignmentOf(memory), AlignmentOf(source));
                Move("__builtin_memcpy", "copy_bytes", copied, alignment, memory.Into("void *"), source.Into("void *"), copied.Text);
                break;
            case MemoryBlockOperator.IndexOf:
                if (block.Operand.Type.Size != 1)
                    throw new EmissionException(_site, "a search for elements of more than one byte");
                Answer(block, $"index_of_byte({memory.Text}, {Read(block.Operand).Text}, {size.Text})", "int");
                break;
            default:
                Compare(block, memory, size);
                break;
        }
    }

    private void Compare(MemoryBlockInstruction block, CExpression memory, CExpression size)
    {
        var (other, otherSize) = (Read(block.Operand), SizeOf(block.Operand));
        var start = block.Operator == MemoryBlockOperator.EndsWith
            ? $"(void *){memory.At(Precedence.Unary)} + ({size.Text} - {otherSize.Text})"
            : memory.Into("void *");
        var same = CExpression.Primary($"same_bytes({start}, {other.Into("void *")}, {otherSize.Text})", "bool");
        _object.NeedsBlocks = true;
        _readsMemory = true;
        var sizes = CExpression.Comparison(size, block.Operator == MemoryBlockOperator.Equal ? "==" : ">=", otherSize);
        Store(block.Target!.Value, size.Text == otherSize.Text ? same : CExpression.Both(sizes, same));
    }

    private void Answer(MemoryBlockInstruction block, string call, string type)
    {
        _object.NeedsBlocks = true;
        _readsMemory = true;
        Store(block.Target!.Value, CExpression.Primary(call, type));
    }

    /// <summary>What is known of the alignment of memory, in bytes: that of the function's own arrays.</summary>
    private int AlignmentOf(CExpression memory) => _arrays.ContainsKey(memory.Into(CExpression.Null.Type)) ? ArrayAlignment : 1;

    private void Move(string builtin, string loop, CExpression size, int alignment, params string[] arguments)
    {
        var isSmall = long.TryParse(size.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            && bytes / alignment <= MaxSteps;
        _object.NeedsBlocks |= !isSmall;
        Append(new CStatement.Simple($"{(isSmall ? builtin : loop)}({string.Join(", ", arguments)})", Line()), writesMemory: true, null);
    }

    /// <summary>Whether it takes many steps to move a value: as many bytes go at once as are aligned together.</summary>
    private static bool IsLarge(IrType type) =>
        type is StructType or OpaqueType && type.Size / (type is OpaqueType opaque ? opaque.DeclaredAlignment : type.Alignment) > MaxSteps;

    private string TypeOf(Place place) =>
        place.IsLocal ? TypeOf(place.Local) : _object.Types.InMemory(place.Type, _site);
}
