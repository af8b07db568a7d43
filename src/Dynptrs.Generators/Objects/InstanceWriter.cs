using System.Collections.Generic;
using System.Linq;
using Dynptrs.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Objects;

/// <summary>
/// Writes the part of a skeleton that opens its object in this process or in the kernel, for a compilation that references
/// <c>Dynptrs.Kernel</c>.
/// </summary>
internal static class InstanceWriter
{
    /// <summary>The type whose presence asks for this part.</summary>
    public const string Door = "Dynptrs.Kernel.BpfInstance";

    /// <summary>Its methods that give the maps.</summary>
    public const string MapDoor = "Map";

    private const string Instance = "Instance";
    private const string Kernel = "global::Dynptrs.Kernel.";
    private const string Owner = "__instance";

    /// <summary>The names of the types that are added to the skeleton: no program, map or global can have one of them.</summary>
    public static IEnumerable<string> OwnNames =>
    [
        SetName("Programs"), SetName("Maps"), SetName(nameof(DataSection.Data)), SetName(nameof(DataSection.Bss)),
        SetName(nameof(DataSection.Rodata)),
    ];

    public static void Write(CodeWriter writer, ObjectModel model)
    {
        WriteDoors(writer, model);
        var sets = new List<string>();
        WriteSet(writer, sets, "Programs", "The programs.", model.Programs.Select(program => (
            program.Name,
            program.Access,
            program.Documentation,
            $"{Kernel}BpfProgramInstance",
            $"{Owner}.Program({model.FullName}.{SkeletonWriter.Skeleton}.Programs.{program.Name})")));
        WriteSet(writer, sets, "Maps", "The maps.", model.Maps.Where(map => map.HostType.Length > 0).Select(map => (
            map.Field.Name,
            map.Field.Access,
            $"{model.FullName}.{map.Field.Name}",
            map.HostType,
            $"{Owner}.{MapDoor}({Literal(map.Field.Name)}, {model.FullName}.{map.Field.Name})")));
        WriteGlobals(writer, sets, model, DataSection.Data, "The globals that start with a value.");
        WriteGlobals(writer, sets, model, DataSection.Bss, "The globals that start as zeroes.");
        WriteGlobals(writer, sets, model, DataSection.Rodata, "The globals that programs only read.");
        writer.Line();
        writer.Line("/// <summary>The object, in this process or in the kernel; dispose of it.</summary>");
        writer.Line("#pragma warning disable CS3009 // as above");
        writer.Line($"public sealed class {Instance} : {Kernel}BpfInstance");
        writer.Open();
        writer.Line($"internal {Instance}({Kernel}KernelObject? kernel)");
        writer.Continue(": base(kernel)");
        writer.Open();
        writer.Close();
        foreach (var set in sets)
        {
            writer.Line();
            writer.Line($"/// <inheritdoc cref=\"{model.FullName}.{SkeletonWriter.Skeleton}.{set}\"/>");
            writer.Line($"public {SetName(set)} {set} => new(this);");
        }

        writer.Close();
    }

    private static void WriteDoors(CodeWriter writer, ObjectModel model)
    {
        var name = model.FullName.Replace("global::", "").Replace("@", "");
        var resource = $"{Kernel}KernelObject.ReadEmbedded(typeof({model.FullName}).Assembly, {Literal(name)})";
        writer.Line();
        writer.Line("/// <summary>Loads the object into the kernel, from the resource of its assembly.</summary>");
        writer.Line($"public static {Instance} Load() =>");
        writer.Continue($"Load({resource});");
        writer.Line();
        writer.Line("/// <summary>Loads the object into the kernel. Its globals start with the values that they have here.</summary>");
        writer.Line("/// <param name=\"content\">The content of the file that the compiler for BPF made.</param>");
        writer.Line($"public static {Instance} Load(global::System.ReadOnlySpan<byte> content)");
        writer.Open();
        writer.Line($"var options = new {Kernel}KernelLoadOptions");
        writer.Line("{");
        writer.Continue("Name = Name,");
        var globals = model.Globals.Where(CanBeVariable).Select(global => global.Field.Name).Concat(model.HiddenGlobals).ToList();
        if (globals.Count > 0)
        {
            writer.Continue("Initialize = static variables =>");
            writer.Continue("{");
            foreach (var global in globals)
                writer.Continue($"    variables.Set({Literal(global)}, {model.FullName}.{global});");
            writer.Continue("},");
        }

        writer.Line("};");
        writer.Line($"return new({Kernel}KernelObject.Load(content, options));");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Opens the object here, or loads it into the kernel, from the resource of its assembly.</summary>");
        writer.Line("/// <param name=\"world\">Where.</param>");
        writer.Line($"public static {Instance} Open({Kernel}BpfWorld world) =>");
        writer.Continue($"world == {Kernel}BpfWorld.Process ? new(null) : Load();");
        writer.Line();
        writer.Line("/// <summary>Opens the object in this process, or loads it into the kernel.</summary>");
        writer.Line("/// <param name=\"world\">Where.</param>");
        writer.Line("/// <param name=\"content\">The content of the file that the compiler for BPF made, for the kernel.</param>");
        writer.Line($"public static {Instance} Open({Kernel}BpfWorld world, global::System.ReadOnlySpan<byte> content) =>");
        writer.Continue($"world == {Kernel}BpfWorld.Process ? new(null) : Load(content);");
    }

    private static void WriteGlobals(CodeWriter writer, List<string> sets, ObjectModel model, DataSection section, string summary)
    {
        var modifier = section == DataSection.Rodata ? "readonly " : "";
        var (method, passing) = section == DataSection.Rodata ? ("Constant", "in") : ("Variable", "ref");
        WriteSet(
            writer,
            sets,
            section.ToString(),
            summary,
            model.Globals.Where(global => global.Section == section && CanBeVariable(global)).Select(global => (
                global.Field.Name,
                global.Field.Access,
                $"{model.FullName}.{global.Field.Name}",
                $"ref {modifier}{global.Field.Type}",
                $"ref {Owner}.{method}({Literal(global.Field.Name)}, {passing} {model.FullName}.{global.Field.Name})")));
    }

    /// <summary>A pointer points into this process.</summary>
    private static bool CanBeVariable(ObjectGlobal global) => !global.Field.Type.Contains('*');

    private static void WriteSet(
        CodeWriter writer,
        List<string> sets,
        string name,
        string summary,
        IEnumerable<(string Name, Accessibility Access, string Documentation, string Type, string Value)> members)
    {
        var isFirst = true;
        foreach (var member in members)
        {
            writer.Line();
            if (isFirst)
            {
                writer.Line($"/// <summary>{summary}</summary>");
                writer.Line($"public readonly struct {SetName(name)}({Kernel}BpfInstance {Owner})");
                writer.Open();
                sets.Add(name);
            }

            isFirst = false;
            writer.Line($"/// <inheritdoc cref=\"{member.Documentation}\"/>");
            var access = member.Access == Accessibility.Public ? "public" : "internal";
            writer.Line($"{access} {member.Type} {member.Name} => {member.Value};");
        }

        if (!isFirst)
            writer.Close();
    }

    private static string SetName(string set) => $"{Instance}{set}";

    private static string Literal(string name) => SymbolDisplay.FormatLiteral(name.TrimStart('@'), quote: true);
}
