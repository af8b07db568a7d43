using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dynptrs.Emit.Types;

/// <summary>A struct of the kernel's, of which only the fields are declared that programs read: the loader finds where they lie.</summary>
/// <param name="type">Its name in C, or the empty string for a struct inside of another.</param>
internal sealed class KernelStruct(string type)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _fields = [];
    private readonly Dictionary<string, KernelStruct> _nested = [];

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

        var text = CTypes.Declare(declaredType, path) + (count > 0 ? string.Create(CultureInfo.InvariantCulture, $"[{count}]") : "");
        if (_nested.ContainsKey(path))
            return false;
        if (_fields.TryGetValue(path, out var known))
            return known == text;
        _fields[path] = text;
        _order.Add(path);
        return true;
    }

    /// <summary>The declaration.</summary>
    public string Declaration()
    {
        var text = new StringBuilder();
        Write(text, depth: 0);
        return text.Append(_order.Count > 0 ? " __relocated;\n\n" : ";\n\n").ToString();
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
