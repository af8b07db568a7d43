using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Dynptrs.Tool.Structs;

/// <summary>Writes what a tracepoint gives to programs as a class of C#.</summary>
internal static class TracepointWriter
{
    /// <summary>The file.</summary>
    public static string Write(TracepointFormat format)
    {
        var (name, fields, arrays) = (StructNames.Property(format.Name) + "Event", new StringBuilder(), new StringBuilder());
        var used = new HashSet<string> { name };
        foreach (var field in format.Fields)
        {
            if (fields.Length > 0)
                fields.Append('\n');
            if (field.Type is not { } type)
            {
                fields.Append(CultureInfo.InvariantCulture, $"    // {field.Declaration} {field.Name} has no form in C# here: ");
                fields.Append(CultureInfo.InvariantCulture, $"{field.Size} bytes at {field.Offset}.\n");
                continue;
            }

            var property = StructNames.Property(field.Name, used);
            if (field.Count > 0)
            {
                var array = new FixedArray(name + property, type, field.Count);
                arrays.Append(array.Declaration);
                type = array.Name;
            }

            var said = StructNames.IsSaid(property, field.Name) ? "" : $"Name = \"{field.Name}\", ";
            fields.Append(CultureInfo.InvariantCulture, $"    [KernelField({said}Offset = {field.Offset})]\n");
            fields.Append(CultureInfo.InvariantCulture, $"    public {type} {property} {{ get; init; }}\n");
        }

        var text = new StringBuilder(arrays.Length > 0 ? "using System.Runtime.CompilerServices;\n" : "");
        text.Append("using Dynptrs;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"[KernelStruct(\"trace_event_raw_{format.Name}\", IsContext = true)]\n");
        text.Append(CultureInfo.InvariantCulture, $"internal sealed class {name}\n{{\n");
        return text.Append(fields).Append("}\n").Append(arrays).ToString();
    }
}
