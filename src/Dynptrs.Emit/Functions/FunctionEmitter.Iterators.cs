using System.Collections.Generic;
using System.Linq;
using Dynptrs.Emit.Objects;
using Dynptrs.Emit.Structure;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Functions;

/// <summary>
/// Enumerations of numbers. In C# they are a range, its enumerator and that one's members; in the kernel they are one variable, which is
/// made before the loop and given back behind it, whichever way that is left.
/// </summary>
internal sealed partial class FunctionEmitter
{
    private readonly Dictionary<Local, Iterator> _iterators = [];

    /// <summary>Writes what a call does to an enumeration, if it does anything to one.</summary>
    private bool TryEmitIterator(CallInstruction call, MethodContract contract)
    {
        if (contract is { Requirements: { } helper, Return: { IsCounted: true, Type: StructType { KernelType: { } type } } }
            && call.Result is { } range)
        {
            BeginIterator(call, helper, type, range.Local);
            return true;
        }

        if (call.Arguments is not [{ Value: { Kind: OperandKind.Copy or OperandKind.Move, Place.IsLocal: true } receiver }, ..]
            || !_iterators.TryGetValue(receiver.Place.Local, out var iterator)
            || call.Result is not { } result)
        {
            return false;
        }

        switch (contract)
        {
            case { Return.EndsLoops: true, Requirements: { } next }:
                Advance(iterator, next);
                Store(result, iterator.IsInside());
                return true;
            case { IsKernelField: true }:
                Store(result, Location.Behind(iterator.Item, iterator.Element).Value);
                return true;
            case { Return.Type: StructType }:
                _iterators[result.Local] = iterator;
                return true;
            default:
                return false;
        }
    }

    private void BeginIterator(CallInstruction call, HelperRequirements helper, KernelType type, Local range)
    {
        _object.Types.DeclareKernelType(type.Name, type.Size);
        var element = call.Arguments[0].Value.Type is ScalarType scalar ? CTypes.Scalar(scalar) : "int";
        CExpression[] bounds = [Bound(call.Arguments[0].Value, "start", element), Bound(call.Arguments[1].Value, "end", element)];
        var name = _names.Give("range");
        var iterator = new Iterator(
            type,
            CExpression.AddressOf(CExpression.Primary(name, type.Name), CTypes.Star(type.Name)),
            CExpression.Primary(_names.Give("item"), CTypes.Star(element)),
            element,
            bounds);
        _declarations.Add($"{type.Name} {name}");
        _declarations.Add(CTypes.Declare(iterator.Item.Type, iterator.Item.Text));
        _iterators[range] = iterator;
        var arguments = bounds.Select(bound => bound.Text).Prepend(iterator.Address.Text);
        var types = bounds.Select(_ => element).Prepend(iterator.Address.Type);
        var made = _object.Helper(helper, new HelperPrototype("int", [.. types], ["range", "start", "end"]));
        Append(new CStatement.Simple($"{made}({string.Join(", ", arguments)})", Line()), writesMemory: true, null);
    }

    /// <summary>A bound, which must stay what it is while the loop goes round.</summary>
    private CExpression Bound(Operand operand, string name, string type)
    {
        var value = Read(operand);
        if (operand.Kind == OperandKind.Constant)
            return value;
        var bound = CExpression.Primary(_names.Give(name), type);
        _declarations.Add(CTypes.Declare(type, bound.Text));
        Append(new CStatement.Assign(bound.Text, value, Line()), writesMemory: false, null);
        return bound;
    }

    private void Advance(Iterator iterator, HelperRequirements helper)
    {
        var next = _object.Helper(helper, new HelperPrototype(iterator.Item.Type, [iterator.Address.Type], ["range"]));
        var value = CExpression.Primary($"{next}({iterator.Address.Text})", iterator.Item.Type);
        Append(new CStatement.Assign(iterator.Item.Text, value, Line()), writesMemory: true, null);
        iterator.Loop = _flow;
    }

    /// <summary>Gives each enumeration back where its loop is left.</summary>
    private void EndIterators(FlowBlock entry, int next)
    {
        foreach (var iterator in _iterators.Values.Distinct())
        {
            var graph = new FlowGraph(entry);
            var loop = graph.Blocks
                .Select(graph.Loop)
                .Where(loop => loop is not null && iterator.Loop is not null && loop.Contains(iterator.Loop))
                .OrderBy(loop => loop!.Count)
                .FirstOrDefault()
                ?? throw new EmissionException(_function.Body.Site, "an enumeration that is no loop");
            var name = iterator.Type.Destroy
                ?? throw new EmissionException(_function.Body.Site, "an enumeration that nothing gives back");
            var destroy = _object.Helper(
                new HelperRequirements(name), new HelperPrototype("void", [iterator.Address.Type], ["range"]));
            var ends = new Dictionary<FlowBlock, FlowBlock>();
            foreach (var block in graph.Blocks.Where(loop.Contains))
            {
                for (var i = 0; i < block.Next.Count; i++)
                {
                    if (loop.Contains(block.Next[i]))
                        continue;
                    if (!ends.TryGetValue(block.Next[i], out var end))
                    {
                        ends[block.Next[i]] = end = new FlowBlock(next++);
                        end.Statements.Add(new CStatement.Simple($"{destroy}({iterator.Address.Text})", block.Line));
                        end.Go(block.Next[i]);
                    }

                    block.Next[i] = end;
                }
            }
        }
    }

    /// <summary>An enumeration in C.</summary>
    private sealed record Iterator(KernelType Type, CExpression Address, CExpression Item, string Element, CExpression[] Bounds)
    {
        /// <summary>Whether there is a number. The kernel does not know by itself that it lies between the bounds.</summary>
        public CExpression IsInside()
        {
            var item = Location.Behind(Item, Element).Value;
            var isInside = CExpression.Both(CExpression.Comparison(item, ">=", Bounds[0]), CExpression.Comparison(item, "<", Bounds[1]));
            return CExpression.Both(CExpression.NullTest(Item, isNull: false), isInside);
        }

        /// <summary>The block in which it goes on.</summary>
        public FlowBlock? Loop { get; set; }
    }
}
