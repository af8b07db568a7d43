using Dynptrs.Generators.Writing;

namespace Dynptrs.Generators.Bodies;

/// <summary>Writes the file with the bodies of a type's helpers.</summary>
internal static class BodyWriter
{
    public static string Write(HelperBodies helpers) => CodeWriter.WriteFile(helpers.Frame, summary: "", header: "", taken: [], writer =>
    {
        for (var i = 0; i < helpers.Bodies.Count; i++)
        {
            if (i > 0)
                writer.Line();
            Write(writer, helpers.Bodies[i]);
        }
    });

    private static void Write(CodeWriter writer, HelperBody helper)
    {
        writer.Line(CodeWriter.GeneratedCode);
        writer.Line(helper.Signature);
        foreach (var constraint in helper.Constraints)
            writer.Continue(constraint);
        writer.Open();
        if (helper.Refusals.Count > 0)
            writer.Line("// What the verifier refuses.");
        foreach (var check in helper.Refusals)
        {
            writer.Line($"if ({check.Condition})");
            writer.Continue(check.Then);
            writer.Line();
        }

        if (helper.Answers.Count > 0)
            writer.Line("// What is answered with an error.");
        foreach (var check in helper.Answers)
        {
            writer.Line($"if ({check.Condition})");
            if (helper.Outs.Count == 0)
            {
                writer.Continue(check.Then);
            }
            else
            {
                writer.Open();
                foreach (var name in helper.Outs)
                    writer.Line($"{name} = default;");
                writer.Line(check.Then);
                writer.Close();
            }

            writer.Line();
        }

        writer.Line(helper.Call);
        writer.Close();
    }
}
