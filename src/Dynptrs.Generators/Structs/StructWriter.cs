using System.Linq;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Writing;

namespace Dynptrs.Generators.Structs;

/// <summary>Writes the file that fills a struct.</summary>
internal static class StructWriter
{
    private const string Summary = "A struct that is shared with the kernel, or is sent.";

    private const string Sequential =
        "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Sequential)]";

    public static string Write(StructView view) => CodeWriter.WriteFile(
        view.Frame,
        Summary,
        view.DeclaresLayout ? Sequential : "",
        view.Accessors.Select(accessor => accessor.Name).Concat(view.Offsets.Select(offset => offset.Name)),
        writer =>
        {
            var isFirst = true;
            if (view.Size >= 0)
            {
                Separate(writer, ref isFirst);
                writer.Line("/// <summary>The size in bytes.</summary>");
                writer.Line(CodeWriter.GeneratedCode);
                writer.Line($"public const int SizeInBytes = {view.Size};");
            }

            foreach (var accessor in view.Accessors)
            {
                Separate(writer, ref isFirst);
                AccessorWriter.Write(writer, accessor);
            }

            if (view.Text.Count > 0)
            {
                Separate(writer, ref isFirst);
                WriteText(writer, view);
            }

            if (view.Offsets.Count > 0)
            {
                Separate(writer, ref isFirst);
                WriteOffsets(writer, view);
            }
        });

    private static void Separate(CodeWriter writer, ref bool isFirst)
    {
        if (!isFirst)
            writer.Line();
        isFirst = false;
    }

    private static void WriteText(CodeWriter writer, StructView view)
    {
        var name = view.Frame.Declarations[view.Frame.Declarations.Count - 1].Split(' ').Last().TrimStart('@');
        writer.Line("/// <summary>The fields and their values, for debugging.</summary>");
        writer.Line(CodeWriter.GeneratedCode);
        writer.Line("public override readonly string ToString() => string.Create(");
        writer.Continue("global::System.Globalization.CultureInfo.InvariantCulture,");
        writer.Continue($"$\"{name} {{{{ {string.Join(", ", view.Text.Select(part => $"{part.Label} = {{{part.Expression}}}"))} }}}}\");");
    }

    private static void WriteOffsets(CodeWriter writer, StructView view)
    {
        writer.Line("/// <summary>Where the fields lie, in bytes from the start.</summary>");
        writer.Line(CodeWriter.GeneratedCode);
        writer.Line("public static class Offsets");
        writer.Open();
        var isFirst = true;
        foreach (var offset in view.Offsets)
        {
            Separate(writer, ref isFirst);
            writer.Line($"/// <summary>Where <see cref=\"{Identifier.Escape(offset.Field)}\"/> lies.</summary>");
            writer.Line($"public const int {Identifier.Escape(offset.Name)} = {offset.Value};");
        }

        writer.Close();
    }
}
