using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dynptrs.Tool.Records;

/// <summary>
/// A value of a record as people read it: a number, text, bytes, a list, or fields by their names. Fields that a generated property stands
/// for, such as bits or a number in network order, are told by that; padding is left out.
/// </summary>
internal static class RecordValue
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Reads a value.</summary>
    /// <returns>
    /// A number, a <see cref="bool"/>, a <see cref="string"/>, a <see cref="byte"/> array, a list of such, or a list of names and such.
    /// </returns>
    public static object Of(object value)
    {
        var type = value.GetType();
        if (type.IsEnum || type == typeof(char))
            return value.ToString()!;
        if (type.IsPrimitive)
            return value;
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { Length: var length })
            return Elements(type.GetFields(Instance)[0].FieldType, length, RecordLayout.Of(type).Write(value));
        // Addresses have a form of their own.
        return type.Assembly == typeof(Dynptr).Assembly && type.GetMethod(nameof(ToString), [])!.DeclaringType == type
            ? value.ToString()!
            : Fields(type, value);
    }

    private static List<(string Name, object Value)> Fields(Type type, object value)
    {
        var fields = new List<(string Name, object Value)>();
        var properties = type.GetProperties(Instance)
            .Where(property => property.IsDefined(typeof(BitsOfAttribute)))
            .ToLookup(property => property.GetCustomAttribute<BitsOfAttribute>()!.Field);
        foreach (var field in type.GetFields(Instance).Where(field => !field.IsDefined(typeof(PaddingAttribute))))
        {
            if (properties[field.Name].ToList() is { Count: > 0 } parts)
                fields.AddRange(parts.Select(part => (part.Name, Of(part.GetValue(value)!))));
            else
                fields.Add((NameOf(field), ValueOf(field, value)));
        }

        return fields;
    }

    /// <summary>That of a property without a body is what the compiler calls its field.</summary>
    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static object ValueOf(FieldInfo field, object value)
    {
        if (field.FieldType.IsPointer)
        {
            unsafe
            {
                return (nuint)Pointer.Unbox(field.GetValue(value)!);
            }
        }

        var inner = field.GetValue(value)!;
        return field.GetCustomAttribute<FixedBufferAttribute>() is { } buffer
            ? Elements(buffer.ElementType, buffer.Length, RecordLayout.Of(field.FieldType).Write(inner))
            : Of(inner);
    }

    /// <summary>Text is what is printable and ends in zeros; other bytes are bytes.</summary>
    private static object Elements(Type type, int count, byte[] bytes)
    {
        if (type == typeof(byte))
            return Text(bytes) is { } text ? text : bytes;
        var layout = RecordLayout.Of(type);
        return Enumerable.Range(0, count).Select(i => Of(layout.Read(bytes, i * layout.Size))).ToList();
    }

    private static string? Text(byte[] bytes)
    {
        var length = Array.IndexOf(bytes, (byte)0) is var end and >= 0 ? end : bytes.Length;
        return length > 0 && bytes.AsSpan(length).IndexOfAnyExcept((byte)0) < 0
            && !bytes.AsSpan(0, length).ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? System.Text.Encoding.ASCII.GetString(bytes, 0, length)
            : null;
    }
}
