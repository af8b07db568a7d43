using System.Collections.Generic;
using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>Calls of functions that are followed.</summary>
internal sealed partial class GeneratedProgram
{
    private void Add(Statement.Call call)
    {
        var passing = call.Passing;
        var (context, type) = Context(call.Owner);
        var arguments = new List<Argument>
        {
            context,
            Value(Convert(Operand.Copy(_numbers[call.Argument]), NumberTypes[call.Argument], ScalarType.U32)),
        };
        Local? bundle = null;
        if (passing.Form == PassingForm.Separate)
        {
            arguments.Add(Value(Operand.Copy(_views[call.Given])));
            arguments.Add(Value(OrNull(_spans, passing.Span, BytePointer)));
            arguments.Add(Value(OrNull(_refs, passing.Ref, BytePointer)));
            arguments.Add(Value(OrNull(_handles, passing.Handle, HandleType.Instance)));
        }
        else
        {
            bundle = MakeBundle(call);
            var form = passing.Form switch
            {
                PassingForm.StructByIn => ArgumentPassing.In,
                PassingForm.StructByRef => ArgumentPassing.Ref,
                _ => ArgumentPassing.Value,
            };
            arguments.Add(new Argument(FunctionBuilder.Of(bundle), form, new Site(Site("bundle"))));
        }

        if (passing.Number >= 0)
            arguments.Add(new Argument(Operand.Copy(_numbers[passing.Number]), ArgumentPassing.Ref, new Site(Site("number"))));
        var target = new FunctionTarget(Nested(call.Body, type, passing));
        if (passing.Returned == Returned.Number)
        {
            var result = _builder.Local("returned", ScalarType.U32, isTemporary: true);
            _builder.Call(Site("call"), result, target, [.. arguments]);
            _builder.Assign(
                Site("result"), _numbers[call.Result], Convert(FunctionBuilder.Of(result), ScalarType.U32, NumberTypes[call.Result]));
        }
        else
        {
            _builder.Add(new CallInstruction(new Site(Site("call")), FindTarget(passing), target, [.. arguments]));
        }

        // What the function did to the struct, its caller sees. Memory of its own it cannot have put there: C# sees to that.
        if (bundle is not null && passing.Form == PassingForm.StructByRef)
            _builder.Assign(Site("view"), _views[call.Given], Operand.Copy(new Place(bundle).Field(Bundle.Fields[2])));
    }

    private Local MakeBundle(Statement.Call call)
    {
        var bundle = _builder.Local("bundle", Bundle);
        Operand[] fields =
        [
            OrNull(_spans, call.Passing.Span, BytePointer),
            OrNull(_refs, call.Passing.Ref, BytePointer),
            Operand.Copy(_views[call.Given]),
            OrNull(_handles, call.Passing.Handle, HandleType.Instance),
        ];
        for (var i = 0; i < fields.Length; i++)
            _builder.Assign(Site("field"), new Place(bundle).Field(Bundle.Fields[i]), fields[i]);
        return bundle;
    }

    private static Operand OrNull(Declared<Place> places, int index, IrType type) =>
        index < 0 ? Operand.Null(type) : Operand.Copy(places[index]);

    /// <summary>What a function returns: the first of its variables of some type.</summary>
    private Place FindResult(Returned returned) => returned switch
    {
        Returned.Span => _spans[0],
        Returned.Ref => _refs[0],
        Returned.View => _views[0],
        Returned.Handle => _handles[0],
        _ => _numbers[1],
    };

    private Place FindTarget(Passing passing) => passing.Returned switch
    {
        Returned.Span => _spans[passing.Target % ProgramShape.Spans],
        Returned.Ref => _refs[passing.Target % ProgramShape.Refs],
        Returned.View => _views[passing.Target % ProgramShape.ReadOnlyView],
        _ => _handles[passing.Target % ProgramShape.Handles],
    };
}
