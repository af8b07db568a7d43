using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dynptrs.Emit.Types;

/// <summary>A struct of the kernel's, of which only the fields are declared that programs read: the loader finds where they lie.</summary>
/// <param name="type">Its name in C, or the empty string for a struct inside of another.</param>
internal sealed class KernelStruct(string type)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _fields = [];
    private readonly Dictionary<string, KernelStruct> _nested = [];
    private readonly SortedDictionary<int, (int Size, string Name)> _placed = [];

    /// <summary>Adds a field.</summary>
    /// <param name="path">Its name, behind those of the structs in which it lies.</param>
    /// <param name="declaredType">Its type in C.</param>
    /// <param name="count">The number of elements of an array, or 0.</param>
    /// <returns>Whether nothing else is known of it.</returns>
    public bool TryAdd(string path, string declaredType, int count)
    {
        if (path.Split('.', 2) is [var outer, var inner])
        {
            if (_fields.ContainsKey(outer))
                return false;
            if (!_nested.TryGetValue(outer, out var nested))
            {
                _nested[outer] = nested = new KernelStruct("");
                _order.Add(outer);
            }

            return nested.TryAdd(inner, declaredType, count);
        }

        var text = Text(path, declaredType, count);
        if (_nested.ContainsKey(path) || _placed.Count > 0)
            return false;
        if (_fields.TryGetValue(path, out var known))
            return known == text;
        _fields[path] = text;
        _order.Add(path);
        return true;
    }

    /// <summary>Adds a field that lies at an offset.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="declaredType">Its type in C.</param>
    /// <param name="count">The number of elements of an array, or 0.</param>
    /// <param name="offset">Where it lies, in bytes from the start.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <returns>Whether nothing else is known of it, and nothing else lies there.</returns>
    public bool TryAdd(string name, string declaredType, int count, int offset, int size)
    {
        var text = Text(name, declaredType, count);
        if (_fields.TryGetValue(name, out var known))
            return known == text && _placed.TryGetValue(offset, out var place) && place == (size, name);
        if (_order.Count > 0 || size <= 0 || _placed.Any(other => other.Key < offset + size && offset < other.Key + other.Value.Size))
            return false;
        _fields[name] = text;
        _placed[offset] = (size, name);
        return true;
    }

    private static string Text(string name, string declaredType, int count) =>
        CTypes.Declare(declaredType, name) + (count > 0 ? string.Create(CultureInfo.InvariantCulture, $"[{count}]") : "");

    /// <summary>The declaration.</summary>
    public string Declaration()
    {
        var text = new StringBuilder();
        if (_placed.Count > 0)
        {
            WritePlaced(text);
            return text.Append(" __context;\n\n").ToString();
        }

        Write(text, depth: 0);
        return text.Append(_order.Count > 0 ? " __relocated;\n\n" : ";\n\n").ToString();
    }

    /// <summary>Writes the fields where they lie, with bytes that nothing reads between them.</summary>
    private void WritePlaced(StringBuilder text)
    {
        text.Append(type).Append(" {\n");
        var at = 0;
        foreach (var (offset, (size, name)) in _placed)
        {
            if (offset > at)
                text.Append(CultureInfo.InvariantCulture, $"\t__u8 unread_{at}[{offset - at}];\n");
            text.Append('\t').Append(_fields[name]).Append(";\n");
            at = offset + size;
        }

        text.Append('}');
    }

    private void Write(StringBuilder text, int depth)
    {
        text.Append(depth > 0 ? "struct {\n" : type + " {\n");
        foreach (var name in _order)
        {
            text.Append('\t', depth + 1);
            if (_nested.TryGetValue(name, out var nested))
            {
                nested.Write(text, depth + 1);
                text.Append(' ').Append(name);
            }
            else
            {
                text.Append(_fields[name]);
            }

            text.Append(";\n");
        }

        text.Append('\t', depth).Append('}');
    }
}
