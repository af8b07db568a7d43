using System;
using System.Collections.Generic;
using System.Linq;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Facts;

/// <summary>Finds what of a function must lie on its stack.</summary>
/// <remarks>
/// Something must be memory when its address is handed to a call or stored, or when it is reached at an offset that is not constant.
/// Locals that hold pointers to the same memory are one group, whatever the order in which they do. A compiler keeps all else in registers.
/// </remarks>
internal sealed class StackParts(Function function)
{
    private readonly int[] _groups = CreateGroups(function.Locals.Length);
    private readonly HashSet<int> _escaping = [];
    private readonly List<(StackPart Part, LocalScope? Scope, Local Holder)> _buffers = [];
    private readonly Dictionary<Local, (Site Site, int Group)> _variables = [];
    private readonly Dictionary<Local, Site> _handedOn = [];
    private readonly HashSet<Site> _seen = [];
    private readonly FirstUses _uses = new();
    private StackPart? _temporaries;
    private int _firstTemporary;

    /// <summary>The parts, from the one that is used first to the one that is used last, as a compiler lays them out.</summary>
    public List<(StackPart Part, LocalScope? Scope, Local? Variable)> Find()
    {
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                _uses.Visit(instruction);
                Visit(instruction);
            }
        }

        var parts = new List<(int Order, StackPart Part, LocalScope? Scope, Local? Variable)>();
        foreach (var (part, scope, holder) in _buffers)
        {
            if (_escaping.Contains(Find(holder.Index)))
                parts.Add((_uses.OrderOf(holder), part, scope, null));
        }

        foreach (var variable in _variables)
        {
            if (_escaping.Contains(Find(variable.Value.Group)) && !_handedOn.ContainsKey(variable.Key))
                _handedOn.Add(variable.Key, variable.Value.Site);
        }

        foreach (var variable in _handedOn)
        {
            var part = new StackPart(variable.Key.Name, variable.Value, SizeOf(variable.Key.Type));
            parts.Add((_uses.OrderOf(variable.Key), part, variable.Key.Scope, variable.Key));
        }

        if (_temporaries is { } temporaries)
            parts.Add((_firstTemporary, temporaries, null, null));
        return [.. parts.OrderBy(part => part.Order).Select(part => (part.Part, part.Scope, part.Variable))];
    }

    private static int[] CreateGroups(int count)
    {
        var groups = new int[count];
        for (var i = 0; i < count; i++)
            groups[i] = i;
        return groups;
    }

    /// <summary>The bytes of a value; the layout of what holds an owner or a view is not that of C#.</summary>
    private static int SizeOf(IrType type)
    {
        if (type.Size >= 0)
            return type.Size;
        var size = 0;
        if (type is StructType structure)
        {
            foreach (var field in structure.Fields)
                size += SizeOf(field.Type);
        }

        return size;
    }

    private void Visit(Instruction instruction)
    {
        switch (instruction)
        {
            case AllocateInstruction { Origin: MemoryOrigin.Stack } allocate:
                Allocate(allocate);
                break;
            case AddressOfInstruction address:
                Reach(address.Source);
                Reach(address.Target);
                if (address.Source.IsInLocal)
                    Point(address.Target, address.Source.Local, address.Site);
                else
                    Join(address.Target, address.Source.Local);
                break;
            case AssignInstruction assign:
                Reach(assign.Source);
                Reach(assign.Target);
                if (assign.Source.Type is not ScalarType)
                    Join(assign.Target, assign.Source);
                break;
            case DeriveInstruction derive:
                Join(derive.Target, derive.Source);
                if (derive.Offset.Kind != OperandKind.Constant || derive.Length is { Kind: not OperandKind.Constant })
                    Escape(derive.Source);
                break;
            case BinaryInstruction binary:
                Reach(binary.Left);
                Reach(binary.Right);
                Reach(binary.Target);
                break;
            case ConvertInstruction convert:
                Reach(convert.Source);
                Reach(convert.Target);
                break;
            case CallInstruction call:
                VisitCall(call);
                break;
            case OpaqueInstruction opaque:
                foreach (var input in opaque.Inputs)
                    Escape(input);
                foreach (var place in opaque.Escapes)
                {
                    if (opaque.Target is { } target && place.IsInLocal)
                        Point(target, place.Local, opaque.Site);
                    else
                        HandOn(place, opaque.Site);
                }

                break;
        }
    }

    private void Allocate(AllocateInstruction allocate)
    {
        // What a finally block sets aside is lowered for each way through it.
        if (allocate.Length is { Kind: OperandKind.Constant, Value: > 0 and <= int.MaxValue and var length } && _seen.Add(allocate.Site))
            _buffers.Add((new StackPart(NameOf(allocate), allocate.Site, (int)length), allocate.Scope, allocate.Target.Local));
    }

    /// <summary>The name of the variable that a buffer is for; else that of the expression.</summary>
    private string NameOf(AllocateInstruction allocate)
    {
        var holder = allocate.Target.Local;
        foreach (var block in function.Blocks)
        {
            var index = block.Instructions.IndexOf(allocate);
            for (var i = index + 1; index >= 0 && i < block.Instructions.Length && holder.IsTemporary; i++)
            {
                var (target, source) = block.Instructions[i] switch
                {
                    AssignInstruction assign => (assign.Target, assign.Source),
                    DeriveInstruction derive => (derive.Target, derive.Source),
                    _ => default,
                };
                if (source.Kind is OperandKind.Copy or OperandKind.Move
                    && source.Place is { IsLocal: true } place
                    && place.Local == holder
                    && target.IsLocal)
                    holder = target.Local;
            }
        }

        return holder.IsTemporary ? allocate.Target.Local.Name : holder.Name;
    }

    private void VisitCall(CallInstruction call)
    {
        var (temporaries, largest) = (0, default(Site));
        foreach (var argument in call.Arguments)
        {
            if (argument.Passing == ArgumentPassing.Value)
            {
                Escape(argument.Value);
                continue;
            }

            var isOwn = argument.Value.Kind is OperandKind.Copy or OperandKind.Move;
            // A helper is handed the pointer that a view or an object is, not the address of the variable that holds it.
            if (isOwn && call.Target is ContractTarget && argument.Value.Type is ViewType or HandleType or PointerType)
                continue;
            if (isOwn && !(argument.Value.Place is { IsLocal: true, Local.IsTemporary: true }))
            {
                HandOn(argument.Value.Place, argument.Site);
                continue;
            }

            temporaries += SizeOf(argument.Value.Type);
            largest = argument.Site;
        }

        if (temporaries > 0 && _temporaries is null)
            _firstTemporary = _uses.Count;

        // The temporaries of one statement lie where those of another did.
        if (temporaries > (_temporaries?.Size ?? 0))
            _temporaries = new StackPart("", largest, temporaries);
    }

    /// <summary>What a pointer points to, or a struct of pointers holds, is known to others from here on.</summary>
    private void Escape(Operand operand)
    {
        if (operand is { Kind: OperandKind.Copy or OperandKind.Move, Type: not ScalarType })
            _escaping.Add(Find(operand.Place.Local.Index));
        Reach(operand);
    }

    /// <summary>The address of a place is known to others from here on.</summary>
    private void HandOn(Place place, Site site)
    {
        Reach(place);
        if (place.Type is not ScalarType || !place.IsInLocal)
            _escaping.Add(Find(place.Local.Index));
        if (place.IsInLocal && !_handedOn.ContainsKey(place.Local))
            _handedOn.Add(place.Local, site);
    }

    private void Point(Place target, Local variable, Site site)
    {
        if (!_variables.ContainsKey(variable))
            _variables.Add(variable, (site, target.Local.Index));
        else
            Join(target.Local.Index, _variables[variable].Group);
        if (!target.IsInLocal)
            _escaping.Add(Find(target.Local.Index));
    }

    private void Reach(Operand operand)
    {
        if (operand.Kind is OperandKind.Copy or OperandKind.Move)
            Reach(operand.Place);
    }

    /// <summary>What is reached at an offset that is not constant must be memory.</summary>
    private void Reach(Place place)
    {
        foreach (var step in place.Steps)
        {
            if (step is ElementStep { Index.Kind: not OperandKind.Constant })
                _escaping.Add(Find(place.Local.Index));
        }
    }

    private void Join(Place target, Operand source)
    {
        if (source.Kind is OperandKind.Copy or OperandKind.Move)
            Join(target, source.Place.Local);
    }

    private void Join(Place target, Local source)
    {
        Join(target.Local.Index, source.Index);
        if (!target.IsInLocal)
            _escaping.Add(Find(source.Index));
    }

    private void Join(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        if (left == right)
            return;
        _groups[Math.Max(left, right)] = Math.Min(left, right);
        if (_escaping.Contains(left) || _escaping.Contains(right))
            _escaping.Add(Math.Min(left, right));
    }

    private int Find(int local)
    {
        while (_groups[local] != local)
            local = _groups[local];
        return local;
    }

    /// <summary>In which order locals are used for the first time.</summary>
    private sealed class FirstUses : PlaceVisitor
    {
        private readonly Dictionary<Local, int> _order = [];

        public int Count => _order.Count;

        public int OrderOf(Local local) => _order.TryGetValue(local, out var order) ? order : Count;

        protected override void Read(Place place) => Add(place.Local);

        protected override void Write(Place place) => Add(place.Local);

        protected override void TakeAddress(Place place) => Add(place.Local);

        private void Add(Local local)
        {
            if (!_order.ContainsKey(local))
                _order.Add(local, _order.Count);
        }
    }
}
