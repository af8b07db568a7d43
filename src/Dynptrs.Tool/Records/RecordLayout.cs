using System;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dynptrs.Tool.Records;

/// <summary>A type as C# lays it out: its size, and its values out of bytes.</summary>
/// <param name="size">Its size.</param>
/// <param name="read">Makes a value of bytes.</param>
/// <param name="write">Makes bytes of a value.</param>
internal sealed class RecordLayout(int size, Func<byte[], int, object> read, Func<object, byte[]> write)
{
    private static readonly ConcurrentDictionary<Type, RecordLayout> Known = new();
    private static readonly MethodInfo Maker = typeof(RecordLayout).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Its size in bytes.</summary>
    public int Size => size;

    /// <summary>That of a type without references.</summary>
    public static RecordLayout Of(Type type) =>
        Known.GetOrAdd(type, static type => (RecordLayout)Maker.MakeGenericMethod(type).Invoke(null, null)!);

    /// <summary>A value out of bytes.</summary>
    public object Read(byte[] bytes, int offset = 0) => read(bytes, offset);

    /// <summary>The bytes of a value.</summary>
    public byte[] Write(object value) => write(value);

    private static RecordLayout Make<T>()
        where T : unmanaged => new(
            Unsafe.SizeOf<T>(),
            static (bytes, offset) => MemoryMarshal.Read<T>(bytes.AsSpan(offset)),
            static value =>
            {
                var bytes = new byte[Unsafe.SizeOf<T>()];
                var copy = (T)value;
                MemoryMarshal.Write(bytes, in copy);
                return bytes;
            });
}
