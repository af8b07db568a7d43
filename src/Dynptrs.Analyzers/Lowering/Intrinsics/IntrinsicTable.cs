using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Dynptrs.Analyzers.Lowering.Intrinsics;

/// <summary>
/// The framework members that the lowering knows, by metadata name: the only ones, of no library beyond the framework's own.
/// </summary>
internal sealed class IntrinsicTable
{
    private static readonly Dictionary<string, Intrinsic> Known = new(StringComparer.Ordinal)
    {
        ["System.Span.get_Length"] = Intrinsic.Length,
        ["System.Span.get_IsEmpty"] = Intrinsic.IsEmpty,
        ["System.Span.get_Item"] = Intrinsic.Element,
        ["System.Span.get_Empty"] = Intrinsic.EmptySpan,
        ["System.Span.Slice"] = Intrinsic.Slice,
        ["System.Span.Clear"] = Intrinsic.Clear,
        ["System.Span.Fill"] = Intrinsic.Fill,
        ["System.Span.CopyTo"] = Intrinsic.CopyTo,
        ["System.Span.GetPinnableReference"] = Intrinsic.FirstElement,
        ["System.ReadOnlySpan.get_Length"] = Intrinsic.Length,
        ["System.ReadOnlySpan.get_IsEmpty"] = Intrinsic.IsEmpty,
        ["System.ReadOnlySpan.get_Item"] = Intrinsic.Element,
        ["System.ReadOnlySpan.get_Empty"] = Intrinsic.EmptySpan,
        ["System.ReadOnlySpan.Slice"] = Intrinsic.Slice,
        ["System.ReadOnlySpan.CopyTo"] = Intrinsic.CopyTo,
        ["System.ReadOnlySpan.GetPinnableReference"] = Intrinsic.FirstElement,
        ["System.Span.op_Equality"] = Intrinsic.SameSpan,
        ["System.Span.op_Inequality"] = Intrinsic.SameSpan,
        ["System.ReadOnlySpan.op_Equality"] = Intrinsic.SameSpan,
        ["System.ReadOnlySpan.op_Inequality"] = Intrinsic.SameSpan,
        ["System.Array.get_Length"] = Intrinsic.Length,
        ["System.MemoryExtensions.AsSpan"] = Intrinsic.AsSpan,
        ["System.MemoryExtensions.SequenceEqual"] = Intrinsic.SequenceEqual,
        ["System.MemoryExtensions.StartsWith"] = Intrinsic.StartsWith,
        ["System.MemoryExtensions.EndsWith"] = Intrinsic.EndsWith,
        ["System.MemoryExtensions.IndexOf"] = Intrinsic.IndexOf,
        ["System.MemoryExtensions.Contains"] = Intrinsic.Contains,
        ["System.MemoryExtensions.Overlaps"] = Intrinsic.Overlaps,
        ["System.MemoryExtensions.CopyTo"] = Intrinsic.CopyTo,
        ["System.Runtime.InteropServices.MemoryMarshal.AsBytes"] = Intrinsic.AsBytes,
        ["System.Runtime.InteropServices.MemoryMarshal.Cast"] = Intrinsic.CastSpan,
        ["System.Runtime.InteropServices.MemoryMarshal.CreateSpan"] = Intrinsic.CreateSpan,
        ["System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan"] = Intrinsic.CreateSpan,
        ["System.Runtime.InteropServices.MemoryMarshal.GetReference"] = Intrinsic.FirstElement,
        ["System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference"] = Intrinsic.FirstElement,
        ["System.Runtime.InteropServices.MemoryMarshal.Read"] = Intrinsic.ReadStruct,
        ["System.Runtime.InteropServices.MemoryMarshal.Write"] = Intrinsic.WriteStruct,
        ["System.Runtime.InteropServices.MemoryMarshal.AsRef"] = Intrinsic.AsRefOfSpan,
        ["System.Runtime.CompilerServices.Unsafe.As"] = Intrinsic.Reinterpret,
        ["System.Runtime.CompilerServices.Unsafe.AsRef"] = Intrinsic.AsRef,
        ["System.Runtime.CompilerServices.Unsafe.AsPointer"] = Intrinsic.AsPointer,
        ["System.Runtime.CompilerServices.Unsafe.Add"] = Intrinsic.Add,
        ["System.Runtime.CompilerServices.Unsafe.Subtract"] = Intrinsic.Subtract,
        ["System.Runtime.CompilerServices.Unsafe.AddByteOffset"] = Intrinsic.AddByteOffset,
        ["System.Runtime.CompilerServices.Unsafe.SizeOf"] = Intrinsic.SizeOf,
        ["System.Runtime.CompilerServices.Unsafe.SkipInit"] = Intrinsic.SkipInit,
        ["System.Runtime.CompilerServices.Unsafe.NullRef"] = Intrinsic.NullRef,
        ["System.Runtime.CompilerServices.Unsafe.IsNullRef"] = Intrinsic.IsNullRef,
        ["System.Runtime.CompilerServices.Unsafe.AreSame"] = Intrinsic.AreSame,
        ["System.Runtime.CompilerServices.Unsafe.IsAddressLessThan"] = Intrinsic.IsAddressLessThan,
        ["System.Runtime.CompilerServices.Unsafe.IsAddressGreaterThan"] = Intrinsic.IsAddressGreaterThan,
        ["System.Runtime.CompilerServices.Unsafe.ReadUnaligned"] = Intrinsic.ReadUnaligned,
        ["System.Runtime.CompilerServices.Unsafe.WriteUnaligned"] = Intrinsic.WriteUnaligned,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt16LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian"] = Intrinsic.ReadLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt16BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian"] = Intrinsic.ReadBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian"] = Intrinsic.WriteLittleEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt16BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian"] = Intrinsic.WriteBigEndian,
        ["System.Buffers.Binary.BinaryPrimitives.ReverseEndianness"] = Intrinsic.ReverseEndianness,
        ["System.Math.Min"] = Intrinsic.Min,
        ["System.Math.Max"] = Intrinsic.Max,
        ["System.Math.Clamp"] = Intrinsic.Clamp,
        ["System.Math.Abs"] = Intrinsic.Abs,
        ["System.Numerics.BitOperations.RotateLeft"] = Intrinsic.RotateLeft,
        ["System.Numerics.BitOperations.RotateRight"] = Intrinsic.RotateRight,
        ["System.Numerics.BitOperations.PopCount"] = Intrinsic.PopCount,
        ["System.Numerics.BitOperations.LeadingZeroCount"] = Intrinsic.LeadingZeroCount,
        ["System.Numerics.BitOperations.TrailingZeroCount"] = Intrinsic.TrailingZeroCount,
        ["System.Numerics.BitOperations.Log2"] = Intrinsic.Log2,
        ["System.Numerics.BitOperations.IsPow2"] = Intrinsic.IsPow2,
        ["System.Numerics.INumber.Min"] = Intrinsic.Min,
        ["System.Numerics.INumber.Max"] = Intrinsic.Max,
        ["System.Numerics.INumber.Clamp"] = Intrinsic.Clamp,
        ["System.Numerics.INumberBase.Abs"] = Intrinsic.Abs,
        ["System.Numerics.INumberBase.CreateTruncating"] = Intrinsic.Truncate,
        ["System.Numerics.INumberBase.get_Zero"] = Intrinsic.ZeroNumber,
        ["System.Numerics.INumberBase.get_One"] = Intrinsic.OneNumber,
        ["System.Numerics.IMinMaxValue.get_MinValue"] = Intrinsic.LeastNumber,
        ["System.Numerics.IMinMaxValue.get_MaxValue"] = Intrinsic.GreatestNumber,
        ["System.Net.IPAddress.HostToNetworkOrder"] = Intrinsic.ReverseEndianness,
        ["System.Net.IPAddress.NetworkToHostOrder"] = Intrinsic.ReverseEndianness,
        ["System.Enum.HasFlag"] = Intrinsic.HasFlag,
        ["System.Threading.Interlocked.Add"] = Intrinsic.AtomicAdd,
        ["System.Threading.Interlocked.Increment"] = Intrinsic.AtomicIncrement,
        ["System.Threading.Interlocked.Decrement"] = Intrinsic.AtomicDecrement,
        ["System.Threading.Interlocked.And"] = Intrinsic.AtomicAnd,
        ["System.Threading.Interlocked.Or"] = Intrinsic.AtomicOr,
        ["System.Threading.Interlocked.Exchange"] = Intrinsic.AtomicExchange,
        ["System.Threading.Interlocked.CompareExchange"] = Intrinsic.AtomicCompareExchange,
        ["System.Threading.Interlocked.Read"] = Intrinsic.SharedRead,
        ["System.Threading.Volatile.Read"] = Intrinsic.SharedRead,
        ["System.Threading.Volatile.Write"] = Intrinsic.SharedWrite,
    };

    private readonly ConcurrentDictionary<IMethodSymbol, Intrinsic> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>What a method means, or <see cref="Intrinsic.None"/>.</summary>
    public Intrinsic Find(IMethodSymbol method)
    {
        var type = method.ContainingType;
        // Cheap refusals first: nothing outside of System is an intrinsic.
        if (type is null || type.ContainingType is not null || !IsFramework(type.ContainingNamespace))
            return Intrinsic.None;
        var definition = method.OriginalDefinition;
        if (_methods.TryGetValue(definition, out var intrinsic))
            return intrinsic;
        Known.TryGetValue($"{type.ContainingNamespace.ToDisplayString()}.{type.Name}.{method.Name}", out intrinsic);
        _methods.TryAdd(definition, intrinsic);
        return intrinsic;
    }

    private static bool IsFramework(INamespaceSymbol? name)
    {
        while (name?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            name = outer;
        return name?.Name == "System";
    }
}
