using Dynptrs.Generators.Models;
using Dynptrs.Generators.Writing;

namespace Dynptrs.Generators.Stubs;

/// <summary>Writes the file that fills a class with stubs.</summary>
internal static class StubWriter
{
    private const string Summary = "The helpers of the runtime, under the kernel's names and in the order of the kernel's arguments.";

    /// <summary>What is longer has each parameter on a line of its own.</summary>
    private const int LineLength = 130;

    public static string Write(StubTarget target, EquatableArray<Helper> helpers) =>
        CodeWriter.WriteFile(target.Frame, Summary, header: target.HasOwnMembers ? "" : CodeWriter.GeneratedCode, taken: [], writer =>
        {
            var isFirst = true;
            foreach (var helper in helpers)
            {
                if (!target.Has(helper))
                    continue;
                if (!isFirst)
                    writer.Line();
                isFirst = false;
                Write(writer, helper, isMarked: target.HasOwnMembers);
            }
        });

    /// <summary>How long a line will be once its names are short.</summary>
    private static int LengthOf(string line) => line.Replace("global::Dynptrs.", "").Replace("global::System.", "").Length;

    private static void Write(CodeWriter writer, Helper helper, bool isMarked)
    {
        writer.Line($"/// <summary>{CodeWriter.Escape(helper.Summary)}</summary>");
        if (helper.Since.Length > 0)
            writer.Line($"/// <remarks>Since Linux {helper.Since}. Implemented by <see cref=\"{helper.Reference}\"/>.</remarks>");
        foreach (var element in helper.Documentation)
            writer.Line($"/// {element.Text}");
        if (helper.Documentation.Count == 0)
            writer.Line($"/// <inheritdoc cref=\"{CodeWriter.Escape(helper.Implementation)}\" path=\"/*[self::typeparam or self::param or self::returns or self::exception]\"/>");
        if (isMarked)
            writer.Line(CodeWriter.GeneratedCode);
        foreach (var attribute in helper.Attributes)
            writer.Line($"[{attribute}]");
        foreach (var attribute in helper.ReturnAttributes)
            writer.Line($"[return: {attribute}]");
        var typeParameters = helper.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", helper.TypeParameters)}>";
        var start = $"public static {helper.ReturnType} {helper.Name}{typeParameters}(";
        var line = start + string.Join(", ", helper.Parameters) + ")";
        if (LengthOf(line) <= LineLength)
        {
            writer.Line(line);
        }
        else
        {
            writer.Line(start);
            for (var i = 0; i < helper.Parameters.Count; i++)
                writer.Continue(helper.Parameters[i] + (i < helper.Parameters.Count - 1 ? "," : ")"));
        }

        foreach (var constraint in helper.Constraints)
            writer.Continue(constraint);
        writer.Continue($"=> {helper.Call};");
    }
}
