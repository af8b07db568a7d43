using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Memory of the program's own, refs, addresses, pointers that lie in memory, objects.</summary>
internal sealed partial class GeneratedProgram
{
    private bool AddPointer(Statement statement)
    {
        switch (statement)
        {
            case Statement.Allocate(var target, var origin, var isReadOnly, var size):
                var type = isReadOnly ? ReadOnlyBytePointer : BytePointer;
                var memory = _builder.Local($"{_name}: memory{_sites}", type, isTemporary: true);
                _builder.Add(new AllocateInstruction(
                    new Site(Site("allocate")), new Place(memory), Operand.Constant(size, ScalarType.I64), origin)
                {
                    Variable = origin == MemoryOrigin.Global ? memory.Name : null,
                });
                _builder.Assign(Site("assign"), _spans[target], FunctionBuilder.Of(memory));
                return true;
            case Statement.ClearSpan(var target):
                _builder.Add(new ClearInstruction(new Site(Site("clear")), _spans[target]));
                return true;
            case Statement.Fill(var source):
                _builder.Call(Site("fill"), null, Fill, Value(Operand.Copy(_spans[source])));
                return true;
            case Statement.GiveSome(var source, var count):
                _builder.Call(Site("give some"), null, GiveSome, Value(Operand.Copy(_spans[source])), Value(Of(count, ScalarType.U64)));
                return true;
            case Statement.TakeRef(var target, var source, { } index):
                _builder.Add(new AddressOfInstruction(new Site(Site("&")), _refs[target], Element(source, index)));
                return true;
            case Statement.TakeRef(var target, var source, null):
                Derive(_refs[target], Operand.Copy(_spans[source]), Operand.Constant(0, ScalarType.I64));
                return true;
            case Statement.MoveRef(var target, var source, var distance):
                Derive(_refs[target], Operand.Copy(_refs[source]), Of(distance, ScalarType.I64));
                return true;
            case Statement.Reach(var source, var isWrite):
                Reach(_refs[source].Dereference(ScalarType.U8), isWrite);
                return true;
            case Statement.ReachAt(var source, var index, var isWrite):
                var moved = _builder.Local("moved", BytePointer, isTemporary: true);
                Derive(new Place(moved), Operand.Copy(_refs[source]), Of(new Size(0, index), ScalarType.I64));
                Reach(new Place(moved).Dereference(ScalarType.U8), isWrite);
                return true;
            case Statement.AliasRef(var source):
                TakeAddress(_refAlias.Value, _refs[source]);
                return true;
            case Statement.LoadRef(var target):
                _builder.Assign(Site("load"), _refs[target], Operand.Copy(new Place(_refAlias.Value).Dereference(BytePointer)));
                return true;
            case Statement.LoadPointer(var target, var source, var isView):
                LoadPointer(isView ? _views[target] : _refs[target], source);
                return true;
            case Statement.TakeAddress(var source):
                Derive(new Place(_address.Value), Operand.Copy(_refs[source]), Operand.Constant(0, ScalarType.I64));
                return true;
            case Statement.ComputeAddress(var @operator, var right):
                _builder.Binary(Site("compute"), _address.Value, @operator, FunctionBuilder.Of(_address.Value), Of(right, ScalarType.U64));
                return true;
            case Statement.UseAddress(var target):
                Derive(_refs[target], FunctionBuilder.Of(_address.Value), Operand.Constant(0, ScalarType.I64));
                return true;
            case Statement.AliasMemory(var source) when _isProgram:
                Derive(new Place(_alias.Value), Operand.Copy(_spans[source]), Operand.Constant(0, ScalarType.I64));
                return true;
            case Statement.Find(var handle):
                Call("find", _handles[handle], Find);
                return true;
            case Statement.UseHandle(var handle):
                _builder.Call(Site("use"), null, UseHandle, Value(Operand.Copy(_handles[handle])));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a pointer or a view out of bytes, wherever they lie.</summary>
    private void LoadPointer(Place target, int source)
    {
        var pointers = _builder.Local("pointers", new PointerType(target.Type, isReadOnly: false), isTemporary: true);
        Derive(new Place(pointers), Operand.Copy(_spans[source]), Operand.Constant(0, ScalarType.I64));
        _builder.Assign(Site("load"), target, Operand.Copy(new Place(pointers).Dereference(target.Type, DereferenceStep.Unaligned)));
    }

    private void Derive(Place target, Operand source, Operand offset) =>
        _builder.Add(new DeriveInstruction(new Site(Site("derive")), target, source, offset, length: null));
}
