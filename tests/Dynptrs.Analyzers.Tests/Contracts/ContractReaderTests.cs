using System.IO;
using System.Linq;
using Dynptrs.Analyzers.Tests.Lowering;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Tests.Contracts;

/// <summary>Contracts are read from declarations, whatever their names.</summary>
public class ContractReaderTests
{
    private const string Library = """
        using Dynptrs;
        namespace Lib
        {
            [Owner] public ref struct Box
            {
                private int _a;
                [Releases("ring", IfHeld = true)] public void Dispose() { }
                public readonly int Plain() => 0;
                [InvalidatesSlices(When = ["skb"], Of = ["skb", "xdp"])] public void Pull() { }
            }
            [View] public ref struct Window
            {
                [NullTest(true)] public readonly bool IsNull => true;
                [Dereferences] public readonly System.ReadOnlySpan<byte> Bytes => default;
                [NullTest(false)] public static implicit operator bool(Window window) => false;
            }
            [View] public ref struct Window<T> where T : unmanaged
            {
                private ref T _value;
                [Dereferences] public readonly ref T this[int index] => ref _value;
            }
            public sealed class File { }
            public delegate int Step<T>(uint index, [Borrowed] ref T context) where T : allows ref struct;
            public static class Extensions
            {
                extension(scoped in Box box)
                {
                    [return: SliceOf(nameof(box), Tagged = true)] public Window View(int offset, [ConstantSize] int size) => default;
                }
                extension([Releases("ring")] ref Box box)
                {
                    public int Submit(long flags) => 0;
                    [Acquires("ring")] public void Take() { }
                }
                [return: SliceOf("this")] public static Window<T> Get<T>(this in Box box) where T : unmanaged => default;
            }
            public static class Api
            {
                public static void Clone(in Box source, [CloneOf(nameof(source))] out Box clone) => clone = default;
                public static int Open(File file, [Acquires("file")] [DependsOn(nameof(file))] out Box box) { box = default; return 0; }
                public static void From([MapMemory] System.Span<byte> memory, [Initializes("local")] out Box box) => box = default;
                public static int Loop<T>(uint count, [Callback(Context = nameof(context), Runs = nameof(count))] Step<T> step, ref T context) where T : allows ref struct => 0;
                [return: Acquires("task"), MayBeNull] public static File? Find([MayBeNull] File? near) => near;
                [BpfHelper("bpf_ktime_get_ns")] public static ulong Time() => 0;
                [return: SliceOf("nobody")] public static Window Lost(in Box box) => default;
                public static void Modifiers(ref Box box, in Box other) { }
            }
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Receivers_come_first(bool fromMetadata)
    {
        var dispose = Read("Box", "Dispose", fromMetadata)!;
        Assert.Equal("this", dispose.Parameters[0].Name);
        Assert.Equal(ArgumentPassing.Ref, dispose.Parameters[0].Passing);
        Assert.True(dispose.Parameters[0] is { Releases: true, ReleasesIfHeld: true, Kind: "ring", Type: OwnerType { Name: "Box" } });

        var pull = Read("Box", "Pull", fromMetadata)!.Parameters[0].Invalidates!;
        Assert.Equal(["skb"], pull.When);
        Assert.Equal(["skb", "xdp"], pull.Of);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Extension_blocks_give_the_receiver_its_contract(bool fromMetadata)
    {
        var view = Read("Extensions", "View", fromMetadata)!;
        Assert.Equal(["box", "offset", "size"], view.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(ArgumentPassing.In, view.Parameters[0].Passing);
        Assert.True(view.Parameters[2].IsConstantSize);
        Assert.True(view.Return is { SliceOf: 0, IsTagged: true, Type: ViewType { IsReadOnly: true, Element: null } });

        var submit = Read("Extensions", "Submit", fromMetadata)!;
        Assert.True(submit.Parameters[0] is { Releases: true, Kind: "ring", Passing: ArgumentPassing.Ref, Name: "box" });
        Assert.True(Read("Extensions", "Take", fromMetadata)!.Parameters[0].Acquires);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_static_form_of_an_extension_has_the_same_contract(bool fromMetadata)
    {
        var compilation = Compilation(fromMetadata);
        var type = compilation.GetTypeByMetadataName("Lib.Extensions")!;
        var implementation = type.GetMembers("Submit").OfType<IMethodSymbol>().Single();
        Assert.True(implementation.IsStatic);
        Assert.True(LoweringTest.Context(compilation).Contracts.Read(implementation)!.Parameters[0] is { Releases: true, Kind: "ring" });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Names_of_parameters_link_them(bool fromMetadata)
    {
        Assert.Equal(0, Read("Api", "Clone", fromMetadata)!.Parameters[1].CloneOf);
        Assert.True(Read("Api", "Open", fromMetadata)!.Parameters[1]
            is { DependsOn: 0, Acquires: true, Kind: "file", Passing: ArgumentPassing.Out });
        Assert.True(Read("Api", "From", fromMetadata)!.Parameters is [{ IsMapMemory: true }, { Initializes: true, Kind: "local" }]);
        Assert.Equal(0, Read("Extensions", "Get", fromMetadata)!.Return.SliceOf);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Callbacks_carry_the_contract_of_their_delegate(bool fromMetadata)
    {
        var callback = Read("Api", "Loop", fromMetadata)!.Parameters[1].Callback!;
        Assert.Equal(2, callback.Context);
        Assert.Equal(0, callback.Runs);
        Assert.Equal(["index", "context"], callback.Delegate.Parameters.Select(parameter => parameter.Name));
        Assert.True(callback.Delegate.Parameters[1] is { IsBorrowed: true, Passing: ArgumentPassing.Ref });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Returned_values_have_contracts_too(bool fromMetadata)
    {
        var find = Read("Api", "Find", fromMetadata)!;
        Assert.True(find.Return is { Acquires: true, Kind: "task", MayBeNull: true });
        Assert.True(find.Parameters[0].MayBeNull);
        Assert.Equal(true, Read("Window", "get_IsNull", fromMetadata)!.Return.NullTest);
        Assert.Equal(false, Read("Window", "op_Implicit", fromMetadata)!.Return.NullTest);
        Assert.True(Read("Window", "get_Bytes", fromMetadata)!.Return is { Dereferences: true, Type: PointerType { IsReadOnly: true } });
        Assert.True(Read("Window`1", "get_Item", fromMetadata)!.Return is { Dereferences: true, Type: PointerType { IsReadOnly: false } });
        Assert.Equal("bpf_ktime_get_ns", Read("Api", "Time", fromMetadata)!.Requirements!.Helper);
    }

    [Fact]
    public void Modifiers_alone_make_no_contract()
    {
        Assert.Null(Read("Api", "Modifiers", fromMetadata: false));
        Assert.Null(Read("Box", "Plain", fromMetadata: false));
    }

    [Fact]
    public void A_name_that_no_parameter_has_links_nothing_and_is_told()
    {
        var compilation = Compilation(fromMetadata: false);
        var lost = Method(compilation, "Api", "Lost");
        var contracts = LoweringTest.Context(compilation).Contracts;
        Assert.Equal(-1, contracts.Read(lost)!.Return.SliceOf);
        Assert.Equal("nobody", Assert.Single(contracts.UnknownNames(lost)).Name);
        Assert.Empty(contracts.UnknownNames(Method(compilation, "Api", "Clone")));
    }

    private static MethodContract? Read(string type, string method, bool fromMetadata)
    {
        var compilation = Compilation(fromMetadata);
        return LoweringTest.Context(compilation).Contracts.Read(Method(compilation, type, method));
    }

    private static IMethodSymbol Method(Compilation compilation, string type, string method)
    {
        var container = compilation.GetTypeByMetadataName("Lib." + type)!;
        return container.GetTypeMembers().Where(nested => nested.ExtensionParameter is not null)
            .SelectMany(nested => nested.GetMembers(method))
            .Concat(container.GetMembers(method))
            .OfType<IMethodSymbol>()
            .First();
    }

    private static Compilation Compilation(bool fromMetadata)
    {
        var library = LoweringTest.Compile(Library);
        if (!fromMetadata)
            return library;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return LoweringTest.Compile("").AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
