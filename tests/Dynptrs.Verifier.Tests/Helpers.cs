using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Verifier.Tests;

/// <summary>Contracts as the front end reads them from declarations.</summary>
internal static class Helpers
{
    public static OwnerType Dynptr { get; } = new("Dynptr");

    public static ViewType Slice { get; } = new("Slice", ScalarType.I32, isReadOnly: false);

    public static PointerType IntPointer { get; } = new(ScalarType.I32, isReadOnly: false);

    public static MethodContract Reserve { get; } =
        new("reserve", [Owner(ArgumentPassing.Out) with { Acquires = true, Kind = "ringbuf" }], new ReturnContract(ScalarType.I32));

    public static MethodContract Submit { get; } =
        new("submit", [Owner(ArgumentPassing.Ref) with { Releases = true, Kind = "ringbuf" }], new ReturnContract(null));

    public static MethodContract Dispose { get; } =
        new("dispose", [Owner(ArgumentPassing.Ref) with { Releases = true, ReleasesIfHeld = true }], new ReturnContract(null));

    public static MethodContract FromSkb { get; } =
        new("from_skb", [Owner(ArgumentPassing.Out) with { Initializes = true, Kind = "skb" }], new ReturnContract(ScalarType.I32));

    public static MethodContract Size { get; } = new("size", [Owner(ArgumentPassing.In)], new ReturnContract(ScalarType.I32));

    public static MethodContract Clone { get; } =
        new("clone", [Owner(ArgumentPassing.In), Owner(ArgumentPassing.Out) with { CloneOf = 0 }], new ReturnContract(ScalarType.I32));

    public static MethodContract Data { get; } =
        new("data", [Owner(ArgumentPassing.In)], new ReturnContract(Slice) { SliceOf = 0, MayBeNull = true });

    public static MethodContract TaggedSlice { get; } =
        new("slice", [Owner(ArgumentPassing.In)], new ReturnContract(Slice) { SliceOf = 0, MayBeNull = true, IsTagged = true });

    public static MethodContract Write { get; } = new(
        "write",
        [Owner(ArgumentPassing.In) with { Invalidates = new SliceInvalidation(["skb", "skb_meta"], ["skb", "xdp", "skb_meta"]) }],
        new ReturnContract(ScalarType.I32));

    public static MethodContract IsNull { get; } = new("IsNull", [View], new ReturnContract(ScalarType.Bool) { NullTest = true });

    public static MethodContract Value { get; } = new("Value", [View], new ReturnContract(IntPointer) { Dereferences = true });

    public static MethodContract Rent { get; } =
        new("rent", [], new ReturnContract(HandleType.Instance) { Acquires = true, MayBeNull = true });

    public static MethodContract GiveBack { get; } = new(
        "give_back",
        [new ParameterContract("buffer", HandleType.Instance, ArgumentPassing.Value) { Releases = true }],
        new ReturnContract(null));

    public static MethodContract Loop { get; } = new(
        "loop",
        [
            new ParameterContract("iterations", ScalarType.I32, ArgumentPassing.Value),
            new ParameterContract("callback", HandleType.Instance, ArgumentPassing.Value)
            {
                Callback = new CallbackContract(
                    Context: 2,
                    Runs: 0,
                    new MethodContract(
                        "callback",
                        [
                            new ParameterContract("index", ScalarType.I32, ArgumentPassing.Value),
                            new ParameterContract("context", OpaqueType.Unsized, ArgumentPassing.Ref),
                        ],
                        new ReturnContract(ScalarType.I32))),
            },
            new ParameterContract("context", OpaqueType.Unsized, ArgumentPassing.Ref),
        ],
        new ReturnContract(ScalarType.I32));

    public static MethodContract Open { get; } =
        new("open", [], new ReturnContract(HandleType.Instance) { Acquires = true, Kind = "file" });

    public static MethodContract Close { get; } = new(
        "close",
        [new ParameterContract("file", HandleType.Instance, ArgumentPassing.Value) { Releases = true, Kind = "file" }],
        new ReturnContract(null));

    public static MethodContract FromFile { get; } = new(
        "from_file",
        [
            new ParameterContract("file", HandleType.Instance, ArgumentPassing.Value),
            Owner(ArgumentPassing.Out) with { Acquires = true, Kind = "ringbuf", DependsOn = 0 },
        ],
        new ReturnContract(ScalarType.I32));

    public static MethodContract ShowFile { get; } = new(
        "show_file",
        [
            new ParameterContract("file", HandleType.Instance, ArgumentPassing.Value),
            Owner(ArgumentPassing.Out) with { Initializes = true, DependsOn = 0 },
        ],
        new ReturnContract(ScalarType.I32));

    private static ParameterContract View => new("this", Slice, ArgumentPassing.In);

    private static ParameterContract Owner(ArgumentPassing passing) => new("p", Dynptr, passing);
}
