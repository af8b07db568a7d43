using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dynptrs.Tool.Records;

/// <summary>Writes records, a line each.</summary>
/// <param name="types">The types that they may begin with.</param>
/// <param name="isJson">Whether for programs to read.</param>
internal sealed class RecordFormat(ImmutableArray<Type> types, bool isJson)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _json = new();

    /// <summary>The type of a record: the one of its size, else the only one that is shorter; and there may be none.</summary>
    public Type? TypeOf(int size)
    {
        var exact = types.Where(type => RecordLayout.Of(type).Size == size).ToList();
        var shorter = types.Where(type => RecordLayout.Of(type).Size < size).ToList();
        return exact switch
        {
            [var one] => one,
            [] => shorter is [var only] ? only : null,
            _ => null,
        };
    }

    /// <summary>Writes a record.</summary>
    public void Write(ReadOnlySpan<byte> record, StringBuilder output)
    {
        var type = TypeOf(record.Length);
        var value = type is null ? null : RecordValue.Of(RecordLayout.Of(type).Read(record.ToArray()));
        var rest = type is null ? record : record[RecordLayout.Of(type).Size..];
        if (isJson)
            WriteJson(type, value, rest, output);
        else
            WriteText(type, value, rest, output);
        output.Append('\n');
    }

    private static void WriteText(Type? type, object? value, ReadOnlySpan<byte> rest, StringBuilder output)
    {
        if (type is null)
        {
            WriteBytes(rest, output);
            return;
        }

        output.Append(type.Name).Append(' ');
        WriteText(value!, output);
        if (rest.IsEmpty)
            return;
        output.Append(" + ");
        WriteBytes(rest, output);
    }

    private static void WriteBytes(ReadOnlySpan<byte> bytes, StringBuilder output) => output
        .Append(CultureInfo.InvariantCulture, $"{bytes.Length} byte{(bytes.Length == 1 ? "" : "s")}")
        .Append(bytes.IsEmpty ? "" : ": ")
        .Append(Convert.ToHexStringLower(bytes));

    private static void WriteText(object value, StringBuilder output)
    {
        switch (value)
        {
            case List<(string Name, object Value)> fields:
                output.Append("{ ");
                foreach (var (i, (name, field)) in fields.Index())
                {
                    output.Append(i == 0 ? "" : ", ").Append(name).Append(" = ");
                    WriteText(field, output);
                }

                output.Append(" }");
                break;
            case List<object> elements:
                output.Append('[');
                foreach (var (i, element) in elements.Index())
                {
                    output.Append(i == 0 ? "" : ", ");
                    WriteText(element, output);
                }

                output.Append(']');
                break;
            case byte[] bytes:
                output.Append(Convert.ToHexStringLower(bytes));
                break;
            default:
                output.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private void WriteJson(Type? type, object? value, ReadOnlySpan<byte> rest, StringBuilder output)
    {
        _json.SetLength(0);
        using (var json = new Utf8JsonWriter(_json, Options))
        {
            json.WriteStartObject();
            if (type is not null)
            {
                json.WriteString("type", type.Name);
                json.WritePropertyName("value");
                WriteJson(value!, json);
            }

            if (type is null || !rest.IsEmpty)
                json.WriteString("bytes", Convert.ToHexStringLower(rest));
            json.WriteEndObject();
        }

        output.Append(Encoding.UTF8.GetString(_json.GetBuffer(), 0, (int)_json.Length));
    }

    private static void WriteJson(object value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case List<(string Name, object Value)> fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields)
                {
                    json.WritePropertyName(name);
                    WriteJson(field, json);
                }

                json.WriteEndObject();
                break;
            case List<object> elements:
                json.WriteStartArray();
                foreach (var element in elements)
                    WriteJson(element, json);
                json.WriteEndArray();
                break;
            case byte[] bytes:
                json.WriteStringValue(Convert.ToHexStringLower(bytes));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            // JSON has no number for these.
            case string or double.NaN or double.PositiveInfinity or double.NegativeInfinity
                or float.NaN or float.PositiveInfinity or float.NegativeInfinity:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }
}
