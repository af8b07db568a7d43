using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>The contracts of the helpers that generated programs call.</summary>
internal static class GeneratedContracts
{
    /// <summary>The largest number that a helper answers which states a range.</summary>
    private const long LargestAnswer = 20;

    public static OwnerType Dynptr { get; } = new("Dynptr");

    public static StructType Pair { get; } = new("Pair", -1,
    [
        new StructField("first", Dynptr, 0, -1),
        new StructField("second", Dynptr, 1, -1),
        new StructField("count", ScalarType.I32, 2, -1),
    ]);

    public static ViewType Slice { get; } = new("Slice", null, isReadOnly: false);

    public static ViewType ReadOnlySlice { get; } = new("ReadOnlySlice", null, isReadOnly: true);

    public static PointerType BytePointer { get; } = new(ScalarType.U8, isReadOnly: false);

    public static PointerType IntPointer { get; } = new(ScalarType.I32, isReadOnly: false);

    public static PointerType ReadOnlyBytePointer { get; } = new(ScalarType.U8, isReadOnly: true);

    /// <summary>What a function is given in a struct.</summary>
    public static StructType Bundle { get; } = new("Bundle", -1,
    [
        new StructField("span", BytePointer, 0, -1),
        new StructField("pointer", BytePointer, 1, -1),
        new StructField("slice", Slice, 2, -1),
        new StructField("file", HandleType.Instance, 3, -1),
    ]);

    public static MethodContract Release(string kind) =>
        Helper("release " + kind, [Owner(ArgumentPassing.Ref) with { Releases = true, Kind = kind }], new ReturnContract(null)) with
        {
            Regions = GeneratedRegions.OfOwner(kind, RegionEffect.Leaves),
        };

    public static MethodContract Dispose { get; } =
        Helper("dispose", [Owner(ArgumentPassing.Ref) with { Releases = true, ReleasesIfHeld = true }], new ReturnContract(null));

    public static MethodContract Clone { get; } =
        Helper("clone", [Owner(ArgumentPassing.In), Owner(ArgumentPassing.Out) with { CloneOf = 0 }], new ReturnContract(null));

    public static MethodContract Write { get; } = Helper(
        "write",
        [Owner(ArgumentPassing.In) with { Invalidates = new SliceInvalidation(["skb"], ["skb"]) }],
        new ReturnContract(null));

    public static MethodContract Record { get; } =
        Helper("record", [ConstantSize], new ReturnContract(Slice) { Acquires = true, Kind = "record", MayBeNull = true });

    public static MethodContract Submit { get; } = Helper(
        "submit",
        [new ParameterContract("record", Slice, ArgumentPassing.In) { Releases = true, Kind = "record" }],
        new ReturnContract(null));

    public static MethodContract Rent { get; } =
        Helper("rent", [], new ReturnContract(HandleType.Instance) { Acquires = true, Kind = "file", MayBeNull = true });

    public static MethodContract GiveBack { get; } = Helper(
        "give back",
        [new ParameterContract("handle", HandleType.Instance, ArgumentPassing.Value) { Releases = true, Kind = "file" }],
        new ReturnContract(null));

    public static MethodContract MakeChild { get; } = Helper(
        "make child",
        [
            new ParameterContract("parent", HandleType.Instance, ArgumentPassing.Value),
            Owner(ArgumentPassing.Out) with { Acquires = true, Kind = "child", DependsOn = 0 },
        ],
        new ReturnContract(null));

    public static MethodContract Give { get; } = Helper(
        "give",
        [
            new ParameterContract("buffer", BytePointer, ArgumentPassing.Value),
            new ParameterContract("length", ScalarType.U64, ArgumentPassing.Value) { LengthOf = 0 },
        ],
        new ReturnContract(null));

    /// <summary>Writes memory, of which it wants at least a byte.</summary>
    public static MethodContract Fill { get; } = Helper(
        "fill",
        [new ParameterContract("buffer", BytePointer, ArgumentPassing.Value) { MinimumSize = 1, IsWritten = true }],
        new ReturnContract(null));

    /// <summary>Writes as many bytes as are asked for, which may not be none.</summary>
    public static MethodContract GiveSome { get; } = Helper(
        "give some",
        [
            new ParameterContract("buffer", BytePointer, ArgumentPassing.Value) { MinimumSize = 0 },
            new ParameterContract("length", ScalarType.U64, ArgumentPassing.Value) { LengthOf = 0, MinimumSize = 1 },
        ],
        new ReturnContract(null));

    public static MethodContract Find { get; } =
        Helper("find", [], new ReturnContract(HandleType.Instance) { Kind = "file", MayBeNull = true });

    public static MethodContract UseHandle { get; } = Helper(
        "use",
        [new ParameterContract("handle", HandleType.Instance, ArgumentPassing.Value)],
        new ReturnContract(null));

    private static ParameterContract ConstantSize => new("size", ScalarType.U64, ArgumentPassing.Value) { IsConstantSize = true };

    public static MethodContract Make(string kind) => Helper(
        kind,
        [Owner(ArgumentPassing.Out) with { Acquires = IsAcquired(kind), Initializes = !IsAcquired(kind), Kind = kind }],
        new ReturnContract(null)) with
    { Regions = GeneratedRegions.OfOwner(kind, RegionEffect.Enters) };

    public static MethodContract Ask(ScalarType type, bool isBounded) => Helper(
        "ask", [Owner(ArgumentPassing.In)], new ReturnContract(type) { Range = isBounded ? new ValueRange(0, LargestAnswer) : null });

    public static MethodContract View(ViewType type, bool isTagged) =>
        Helper(
            "view",
            [Owner(ArgumentPassing.In), ConstantSize],
            new ReturnContract(type) { SliceOf = 0, MayBeNull = true, IsTagged = isTagged });

    public static MethodContract IsNull(ViewType type) =>
        new("IsNull", [new ParameterContract("this", type, ArgumentPassing.In)], new ReturnContract(ScalarType.Bool) { NullTest = true });

    public static MethodContract Index(ViewType view, ScalarType type) => new(
        "index",
        [new ParameterContract("this", view, ArgumentPassing.In), new ParameterContract("index", type, ArgumentPassing.Value)],
        new ReturnContract(view.IsReadOnly ? ReadOnlyBytePointer : BytePointer) { Dereferences = true, IsByReference = true });

    public static MethodContract Span(ViewType view) => new(
        "span",
        [new ParameterContract("this", view, ArgumentPassing.In)],
        new ReturnContract(BytePointer) { Dereferences = true });

    public static MethodContract Loop(IrType context) => Helper(
        "loop",
        [
            new ParameterContract("times", ScalarType.U32, ArgumentPassing.Value),
            new ParameterContract("callback", HandleType.Instance, ArgumentPassing.Value)
            {
                Callback = new CallbackContract(Context: 2, Runs: 0, new MethodContract(
                    "callback", [new ParameterContract("context", context, ArgumentPassing.Ref)], new ReturnContract(ScalarType.I32))),
            },
            new ParameterContract("context", context, ArgumentPassing.Ref),
        ],
        new ReturnContract(null));

    /// <summary>The contract of a helper, which a program calls, and of which the kernel knows.</summary>
    public static MethodContract Helper(string name, ImmutableArray<ParameterContract> parameters, ReturnContract result) =>
        new(name, parameters, result) { Requirements = new HelperRequirements(name) };

    /// <summary>Whether an owner of a kind holds a reference of its own.</summary>
    public static bool IsAcquired(string kind) => kind is "ringbuf" or GeneratedRegions.Interrupts;

    private static ParameterContract Owner(ArgumentPassing passing) => new("owner", Dynptr, passing);
}
