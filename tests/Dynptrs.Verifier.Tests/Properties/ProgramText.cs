using System;
using System.Collections.Immutable;
using System.Linq;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>
/// Prints generated programs: <c>o</c> is an owner, <c>v</c> a view, <c>s</c> a span, <c>h</c> a handle, <c>f</c> a flag, <c>n</c> a
/// number.
/// </summary>
internal static class ProgramText
{
    public static string Print(ImmutableArray<Statement> program) => string.Join(Environment.NewLine, program.Select(Print));

    private static string Print(Statement statement) => statement switch
    {
        Statement.Make(var kind, var owner) => $"{Owner(owner)} = make {kind}",
        Statement.MakeChild(var owner, var handle) => $"{Owner(owner)} = make child of h{handle}",
        Statement.Release(var owner, var kind) => $"release {kind} {Owner(owner)}",
        Statement.Dispose(var owner) => $"dispose {Owner(owner)}",
        Statement.Clear(var owner) => $"{Owner(owner)} = default",
        Statement.EndScope(var owner) => $"end {Owner(owner)}",
        Statement.MakeClone(var source, var target) => $"{Owner(target)} = clone {Owner(source)}",
        Statement.Alias(var owner) => $"alias = &{Owner(owner)}",
        Statement.Ask(var owner, var number, var isBounded) => $"n{number} = ask {Owner(owner)}{(isBounded ? " up to 20" : "")}",
        Statement.AliasMemory(var source) => $"alias = s{source} as an owner",
        Statement.Allocate(var target, var origin, var isReadOnly, var size) =>
            $"s{target} = {(isReadOnly ? "read-only " : "")}{origin} size {size}",
        Statement.ClearSpan(var target) => $"s{target} = default",
        Statement.Fill(var source) => $"fill s{source}",
        Statement.GiveSome(var source, var count) => $"give some s{source} length {Text(count)}",
        Statement.ReadByte(var number, var source, var index) => $"n{number} = s{source}[n{index}]",
        Statement.TakeRef(var target, var source, var index) => $"r{target} = &s{source}" + (index is { } at ? $"[{Text(at)}]" : ""),
        Statement.MoveRef(var target, var source, var distance) => $"r{target} = r{source} + {Text(distance)}",
        Statement.Reach(var source, var isWrite) => $"{(isWrite ? "write" : "read")} *r{source}",
        Statement.ReachAt(var source, var index, var isWrite) => $"{(isWrite ? "write" : "read")} *(r{source} + n{index})",
        Statement.AliasRef(var source) => $"pointer = &r{source}",
        Statement.LoadRef(var target) => $"r{target} = *pointer",
        Statement.LoadPointer(var target, var source, var isView) => $"{(isView ? "v" : "r")}{target} = pointer in s{source}",
        Statement.TakeAddress(var source) => $"address = (ulong)r{source}",
        Statement.ComputeAddress(var @operator, var right) => $"address = address {@operator} {Text(right)}",
        Statement.UseAddress(var target) => $"r{target} = (ref)address",
        Statement.Find(var handle) => $"h{handle} = find",
        Statement.UseHandle(var handle) => $"use h{handle}",
        Statement.Write(var owner) => $"write {Owner(owner)}",
        Statement.View(var target, var owner, var isTagged, var size) =>
            $"v{target} = {(isTagged ? "tagged " : "")}view {Owner(owner)} size {Text(size)}",
        Statement.Record(var target, var size) => $"v{target} = record size {size}",
        Statement.AliasView(var view) => $"view = &v{view}",
        Statement.LoadView(var target) => $"v{target} = *view",
        Statement.Submit(var source) => $"submit v{source}",
        Statement.CopyView(var target, var source) => $"v{target} = v{source}",
        Statement.Access(var source, var index, var isWrite) => $"{(isWrite ? "write" : "read")} v{source}[n{index}]",
        Statement.Span(var target, var source) => $"s{target} = span of v{source}",
        Statement.Part(var target, var source, var offset, var count) =>
            $"s{target} = s{source} from {Text(offset)}" + (count is { } length ? $" length {Text(length)}" : ""),
        Statement.Element(var source, var index, var isWrite) => $"{(isWrite ? "write" : "read")} s{source}[n{index}]",
        Statement.Give(var source, var count) => $"give s{source} length {Text(count)}",
        Statement.Measure(var number, var source) => $"n{number} = length of s{source}",
        Statement.Rent(var handle) => $"h{handle} = rent",
        Statement.GiveBack(var handle) => $"give back h{handle}",
        Statement.CopyHandle(var target, var source) => $"h{target} = h{source}",
        Statement.UseRegion(var kind, var effect, var at) => $"{effect} {kind} {at}",
        Statement.CallPermitted => "permitted",
        Statement.CallSleep => "sleep",
        Statement.Set(var number, var value) => $"n{number} = {value}",
        Statement.Compute(var target, var @operator, var left, var right) => $"n{target} = n{left} {@operator} {Text(right)}",
        Statement.Change(var target, var @operator, var source) => $"n{target} = {@operator} n{source}",
        Statement.Convert(var target, var source) => $"n{target} = n{source}",
        Statement.AliasNumber(var number) => $"number = &n{number}",
        Statement.StoreAlias(var value) => $"*number = {Text(value)}",
        Statement.LoadAlias(var number) => $"n{number} = *number",
        Statement.Remember(var flag, var condition) => $"f{flag} = {Text(condition)}",
        Statement.If(var condition, var then, var otherwise) =>
            $"if {Text(condition)} {Block(then)}" + (otherwise.IsEmpty ? "" : " else " + Block(otherwise)),
        Statement.Repeat(var counter, var times, var body) => $"for n{counter} below {Text(times)} {Block(body)}",
        Statement.While(var form, var counter, var other, var bound, var step, var body) =>
            $"while n{counter} {form} ({other}) to {Text(bound)} by {step} {Block(body)}",
        Statement.Callback(var times, var owner, var body) => $"up to {times} times with {Owner(owner)} {Block(body)}",
        Statement.Call(var owner, var argument, var view, var result, var body) =>
            $"n{result} = call with {Owner(owner)}, n{argument}, v{view}{Text(((Statement.Call)statement).Passing)} {Block(body)}",
        Statement.Break => "break",
        _ => "leave",
    };

    private static string Block(ImmutableArray<Statement> body) => body.IsEmpty
        ? "{ }"
        : "{"
            + Environment.NewLine
            + string.Join(Environment.NewLine, Print(body).Split(Environment.NewLine).Select(line => "    " + line))
            + Environment.NewLine
            + "}";

    private static string Text(Condition condition) => condition switch
    {
        Condition.IsNull(var view) => $"v{view} is null",
        Condition.IsNullHandle(var handle) => $"h{handle} is null",
        Condition.Compare(var left, var @operator, var right) => $"n{left} {@operator} {Text(right)}",
        Condition.Bits(var number, var mask) => $"(n{number} & {mask}) == 0",
        Condition.Flag(var flag, var isNegated) => (isNegated ? "not f" : "f") + flag,
        _ => "",
    };

    private static string Text(Size size) => size.Number >= 0 ? $"n{size.Number}" : $"{size.Constant}{(size.IsLoadTime ? " or half" : "")}";

    private static string Text(Passing passing) =>
        (passing.Span < 0 ? "" : $", s{passing.Span}")
        + (passing.Ref < 0 ? "" : $", r{passing.Ref}")
        + (passing.Handle < 0 ? "" : $", h{passing.Handle}")
        + (passing.Number < 0 ? "" : $", ref n{passing.Number}")
        + (passing.Form == PassingForm.Separate ? "" : $" as {passing.Form}")
        + (passing.IsRoot ? ", verified alone" : "")
        + (passing.Returned == Returned.Number ? "" : $" to {passing.Returned} {passing.Target}");

    private static string Owner(int owner) => owner == ProgramShape.Alias ? "*alias" : $"o{owner}";
}
