using Dynptrs.Verifier.IR;
using static Dynptrs.Verifier.Tests.Properties.GeneratedContracts;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The parameters of a followed function, in the order in which its caller passes them.</summary>
internal sealed class GivenArguments
{
    public GivenArguments(FunctionBuilder builder, Passing passing)
    {
        Argument = builder.Parameter("argument", ScalarType.U32);
        if (passing.Form == PassingForm.Separate)
        {
            View = new Place(builder.Parameter("view", Slice));
            Span = new Place(builder.Parameter("span", BytePointer));
            Ref = new Place(builder.Parameter("ref", BytePointer));
            Handle = new Place(builder.Parameter("handle", HandleType.Instance));
        }
        else
        {
            var bundle = passing.Form == PassingForm.StructByValue
                ? new Place(builder.Parameter("bundle", Bundle))
                : new Place(builder.Parameter("this", new PointerType(Bundle, passing.Form == PassingForm.StructByIn))).Dereference(Bundle);
            Span = bundle.Field(Bundle.Fields[0]);
            Ref = bundle.Field(Bundle.Fields[1]);
            View = bundle.Field(Bundle.Fields[2]);
            Handle = bundle.Field(Bundle.Fields[3]);
        }

        Number = passing.Number < 0 ? null : builder.Parameter("number", IntPointer);
    }

    public Local Argument { get; }

    public Place View { get; }

    public Place Span { get; }

    public Place Ref { get; }

    public Place Handle { get; }

    /// <summary>A pointer to a number, or <see langword="null"/>.</summary>
    public Local? Number { get; }
}
