using System.Globalization;
using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Writing;

namespace Dynptrs.Generators.Structs;

/// <summary>Writes a property that gives, and sets, bits of a field.</summary>
internal static class AccessorWriter
{
    public static void Write(CodeWriter writer, BitAccessor accessor)
    {
        foreach (var line in accessor.Documentation)
            writer.Line(line);
        writer.Line(CodeWriter.GeneratedCode);
        var order = accessor.IsNetworkOrder ? ", IsNetworkOrder = true" : "";
        writer.Line($"[global::Dynptrs.BitsOf(nameof({Identifier.Escape(accessor.Field)}), {accessor.Offset}, {accessor.Width}{order})]");
        var type = accessor.Type;
        if (accessor.IsReadOnly)
        {
            writer.Line($"{accessor.Accessibility} readonly {type} {Identifier.Escape(accessor.Name)} => {Get(accessor)};");
            return;
        }

        writer.Line($"{accessor.Accessibility} {type} {Identifier.Escape(accessor.Name)}");
        writer.Open();
        writer.Line($"readonly get => {Get(accessor)};");
        writer.Line($"set => {Identifier.EscapeInAccessor(accessor.Field)} = {Set(accessor)};");
        writer.Close();
    }

    private static string Get(BitAccessor accessor)
    {
        var value = InHostOrder(accessor);
        if (accessor.IsWhole)
            return accessor.EnumType.Length > 0 && !accessor.IsRaw ? $"({accessor.EnumType}){value}" : value;
        if (accessor.IsFlag)
            return $"({value} & {Literal(1UL << accessor.Offset, accessor)}) != 0";
        var shifted = accessor.Offset == 0 ? value : $"({value} >> {accessor.Offset})";
        var bits = $"{shifted} & {Literal(Mask(accessor), accessor)}";
        return accessor.Type == accessor.Storage ? Narrow(bits, accessor) : $"({accessor.Type})({bits})";
    }

    private static string Set(BitAccessor accessor)
    {
        if (accessor.IsWhole)
        {
            var whole = InOrder(accessor.EnumType.Length > 0 && !accessor.IsRaw ? $"({accessor.Storage})value" : "value", accessor);
            return accessor.EnumType.Length > 0 ? $"({accessor.EnumType}){whole}" : whole;
        }

        var current = InHostOrder(accessor);
        var mask = Mask(accessor) << accessor.Offset;
        var others = Literal(~mask & (ulong.MaxValue >> (64 - accessor.Bits)), accessor);
        if (accessor.IsFlag)
            return InOrder(Narrow($"value ? {current} | {Literal(mask, accessor)} : {current} & {others}", accessor), accessor);
        var given = $"(value & {Literal(Mask(accessor), accessor)})";
        var shifted = accessor.Offset == 0 ? given : $"({given} << {accessor.Offset})";
        return InOrder(Narrow($"({current} & {others}) | {shifted}", accessor), accessor);
    }

    private static string InHostOrder(BitAccessor accessor)
    {
        var field = Identifier.EscapeInAccessor(accessor.Field);
        return InOrder(accessor.EnumType.Length > 0 ? $"({accessor.Storage}){field}" : field, accessor);
    }

    private static string InOrder(string value, BitAccessor accessor) =>
        accessor.IsNetworkOrder ? $"global::System.Buffers.Binary.BinaryPrimitives.ReverseEndianness({value})" : value;

    /// <summary>Bytes and shorts are computed with as ints.</summary>
    private static string Narrow(string expression, BitAccessor accessor) =>
        accessor.Bits < 32 ? $"({accessor.Storage})({expression})" : expression;

    private static ulong Mask(BitAccessor accessor) => ulong.MaxValue >> (64 - accessor.Width);

    private static string Literal(ulong value, BitAccessor accessor) =>
        "0x"
        + value.ToString("X" + (accessor.Bits / 4), CultureInfo.InvariantCulture)
        + (accessor.Bits switch { 32 => "u", 64 => "ul", _ => "" });
}
