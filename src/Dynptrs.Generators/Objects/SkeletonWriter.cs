using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dynptrs.Generators.Objects;

/// <summary>Writes the skeleton of an object.</summary>
internal static class SkeletonWriter
{
    /// <summary>The class that is added to the object.</summary>
    public const string Skeleton = "Skeleton";

    private const string Maps = "Maps";
    private const string Programs = "Programs";

    /// <summary>The names of the classes inside, which no member of theirs can have.</summary>
    public static ImmutableHashSet<string> OwnNames { get; } =
        [Maps, Programs, nameof(DataSection.Data), nameof(DataSection.Bss), nameof(DataSection.Rodata), .. InstanceWriter.OwnNames];

    /// <summary>What the members of the skeleton are called. Those that are called as in the object, the object takes already.</summary>
    private static IEnumerable<string> Names => [.. OwnNames, Skeleton, "Name", "License", "AllPrograms", "Load", "Open", "Instance"];

    public static string Write(ObjectModel model) => CodeWriter.WriteFile(model.Frame, summary: "", header: "", Names, writer =>
    {
        writer.Line($"/// <summary>The skeleton of <see cref=\"{model.FullName}\"/>: its programs, which can be run, its maps and its globals.</summary>");
        if (model.Hidden.Any())
            writer.Line($"/// <remarks>Without {string.Join(", ", model.Hidden.Select(name => $"<c>{name}</c>"))}, of types that are private.</remarks>");
        writer.Line(CodeWriter.GeneratedCode);
        writer.Line($"public static class {Skeleton}");
        writer.Open();
        writer.Line("/// <summary>The name of the object.</summary>");
        writer.Line($"public const string Name = {SymbolDisplay.FormatLiteral(model.Name, quote: true)};");
        writer.Line();
        writer.Line("/// <summary>The licence of the programs.</summary>");
        writer.Line($"public const string License = {model.License};");
        writer.Line();
        writer.Line("/// <summary>All programs, in the order in which they are declared.</summary>");
        writer.Line("public static global::System.Collections.Generic.IReadOnlyList<global::Dynptrs.BpfProgram> AllPrograms { get; } =");
        writer.Line("[");
        foreach (var program in model.Programs)
            writer.Continue($"{Programs}.{program.Name},");
        writer.Line("];");
        WriteClass(
            writer, Programs, "The programs.", model.Programs, (program, name) => WriteProgram(writer, program, name), model.FullName);
        WriteClass(writer, Maps, "The maps.", model.Maps.Select(map => map.Field), (map, name) =>
        {
            writer.Line($"/// <inheritdoc cref=\"{name}.{map.Name}\"/>");
            writer.Line($"{Access(map.Access)} static {map.Type} {map.Name} => {name}.{map.Name};");
        }, model.FullName);
        WriteGlobals(writer, model, DataSection.Data, "The globals that start with a value.");
        WriteGlobals(writer, model, DataSection.Bss, "The globals that start as zeroes.");
        WriteGlobals(writer, model, DataSection.Rodata, "The globals that programs only read.");
        if (model.HasKernel)
            InstanceWriter.Write(writer, model);
        writer.Close();
    });

    private static void WriteProgram(CodeWriter writer, ObjectProgram program, string name)
    {
        writer.Line($"/// <inheritdoc cref=\"{program.Documentation}\"/>");
        writer.Line($"{Access(program.Access)} static {program.Type} {program.Name} {{ get; }} =");
        var packetType = program.PacketType.Length > 0 ? $"global::Dynptrs.BpfProgramType.{program.PacketType}, " : "";
        writer.Continue($"new({SymbolDisplay.FormatLiteral(program.Name.TrimStart('@'), quote: true)}, {program.Section}, {program.ProgramType}, {program.AttachTarget}, {packetType}{name}.{program.Name});");
    }

    private static void WriteGlobals(CodeWriter writer, ObjectModel model, DataSection section, string summary) => WriteClass(
        writer,
        section.ToString(),
        summary,
        model.Globals.Where(global => global.Section == section),
        (global, name) =>
        {
            if (global.Setting is { } setting)
                WriteSetting(writer, global.Field, setting, name);
            else
                WriteGlobal(writer, global.Field, section, name);
        },
        model.FullName);

    private static void WriteGlobal(CodeWriter writer, ObjectField global, DataSection section, string name)
    {
        var modifier = (global.Type.Contains('*') ? "unsafe " : "") + (section == DataSection.Rodata ? "ref readonly" : "ref");
        writer.Line($"/// <inheritdoc cref=\"{name}.{global.Name}\"/>");
        writer.Line($"{Access(global.Access)} static {modifier} {global.Type} {global.Name} => ref {name}.{global.Name};");
    }

    /// <summary>Writes what host code sets before loading: to nothing for which the programs are not verified.</summary>
    private static void WriteSetting(CodeWriter writer, ObjectField global, LoadTimeSetting setting, string name)
    {
        writer.Line($"/// <inheritdoc cref=\"{name}.{global.Name}\"/>");
        if (setting.Pattern.Length > 0)
            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The programs are not verified for the value.</exception>");
        writer.Line($"{Access(global.Access)} static {global.Type} {global.Name}");
        writer.Open();
        writer.Line($"get => {name}.{global.Name};");
        writer.Line($"set => {name}.{global.Name} = {(setting.Pattern.Length > 0 ? $"unchecked((long)value) is {setting.Pattern}" : "value;")}");
        if (setting.Pattern.Length > 0)
        {
            writer.Continue("? value");
            writer.Continue(": throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"The programs are not verified for it.\");");
        }

        writer.Close();
    }

    private static void WriteClass<T>(
        CodeWriter writer,
        string name,
        string summary,
        IEnumerable<T> members,
        System.Action<T, string> write,
        string owner)
    {
        var isFirst = true;
        foreach (var member in members)
        {
            if (isFirst)
            {
                writer.Line();
                writer.Line($"/// <summary>{summary}</summary>");
                writer.Line($"public static class {name}");
                writer.Open();
            }
            else
            {
                writer.Line();
            }

            isFirst = false;
            write(member, owner);
        }

        if (!isFirst)
            writer.Close();
    }

    private static string Access(Accessibility access) => access == Accessibility.Public ? "public" : "internal";
}
