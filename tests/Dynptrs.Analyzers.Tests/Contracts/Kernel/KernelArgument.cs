using System.Collections.Immutable;
using System.Text.Json;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>What the verifier asks of one argument.</summary>
internal sealed record KernelArgument
{
    /// <summary><c>uninit</c>, <c>initialized-rdonly-ok</c> or <c>release</c>.</summary>
    public string? Dynptr { get; init; }

    public string? DynptrType { get; init; }

    public bool? ConstPointerOk { get; init; }

    public bool DataMustBeWritable { get; init; }

    public bool MutatesView { get; init; }

    /// <summary>The reference that the argument holds afterwards.</summary>
    public string? Acquired { get; init; }

    /// <summary><c>uninit</c>, <c>initialized</c> or <c>release</c>.</summary>
    public string? Iterator { get; init; }

    public bool Nullable { get; init; }

    /// <summary>The argument that holds the length of the memory.</summary>
    public string? MemLenPair { get; init; }

    /// <summary>A number of bytes, or the words for a size that the map has.</summary>
    public JsonElement? MemSize { get; init; }

    public bool WritableMem { get; init; }

    public JsonElement? UninitMem { get; init; }

    public bool ConstSize { get; init; }

    public bool? ZeroAllowed { get; init; }

    public bool ConstString { get; init; }

    public ImmutableArray<string>? RegTypesAccepted { get; init; }

    public KernelCallback? Callback { get; init; }

    public bool StackPointer { get; init; }

    public bool Ctx { get; init; }

    public bool Trusted { get; init; }

    public JsonElement? Refcounted { get; init; }

    public bool Scalar { get; init; }

    public bool AnyValue { get; init; }

    /// <summary>Bits by name; or <c>legal</c>, the only value; or the values by the type of the dynptr.</summary>
    public JsonElement? Flags { get; init; }

    public bool Unchecked { get; init; }

    public bool Variadic { get; init; }

    /// <summary>Whether it is memory that is read or written, not an object.</summary>
    public bool IsMemory => MemLenPair is not null || MemSize is not null || ConstString;
}
