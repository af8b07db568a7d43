using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Lengths;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Objects;

/// <summary>What the functions of an object share.</summary>
/// <param name="graph">The functions.</param>
/// <param name="line">Says which line of C# a site is on.</param>
internal sealed class ObjectScope(CallGraph graph, Func<Site, SourceLine?> line)
{
    private const int NumbersPerLine = 12;

    private readonly Dictionary<GlobalVariable, string> _globals = [];
    private readonly List<GlobalVariable> _order = [];
    private readonly Dictionary<string, string> _literals = [];
    private readonly Dictionary<(ConstantData Table, ScalarType Element), string> _tables = [];
    private readonly StringBuilder _literalText = new();

    /// <summary>The names of the file.</summary>
    public CNames Names { get; } = new();

    /// <summary>The types.</summary>
    public CTypes Types { get; } = new();

    /// <summary>The functions.</summary>
    public CallGraph Graph { get; } = graph;

    /// <summary>The lengths of spans.</summary>
    public LengthTable Lengths { get; } = new(graph);

    /// <summary>The helpers.</summary>
    public HelperTable Helpers { get; } = new();

    /// <summary>Whether memory is copied, filled or compared by a loop.</summary>
    public bool NeedsBlocks { get; set; }

    /// <summary>The variables and maps, in the order in which they are met.</summary>
    public IReadOnlyList<GlobalVariable> Globals => _order;

    /// <summary>The constant bytes that are no text, and the tables.</summary>
    public string Literals => _literalText.ToString();

    /// <summary>The line of C# that a site is on.</summary>
    public SourceLine? Line(Site site) => line(site);

    /// <summary>Gives the variables, maps and tables that functions use their names, so that no local of a function hides one.</summary>
    public void NameGlobals()
    {
        foreach (var allocate in Graph.Functions
            .SelectMany(function => function.Blocks)
            .SelectMany(block => block.Instructions)
            .OfType<AllocateInstruction>())
        {
            if (allocate is { Origin: MemoryOrigin.Global, Global: { Helper: null } global })
                NameOf(global);
            else if (allocate is { Data: { IsText: false } table, Target.Type: PointerType { Element: ScalarType element } })
                Table(table, element);
        }
    }

    /// <summary>The name of a variable or map.</summary>
    public string NameOf(GlobalVariable global)
    {
        if (_globals.TryGetValue(global, out var name))
            return name;
        _order.Add(global);
        var isTaken = _order.Exists(other => other != global && other.Name == global.Name);
        return _globals[global] = Names.Give(isTaken ? $"{global.Container}_{global.Name}" : global.Name);
    }

    /// <summary>The name of a helper, which is declared.</summary>
    public string Helper(HelperRequirements helper, HelperPrototype prototype) => Helpers.Add(helper, prototype);

    /// <summary>The type of what a function returns.</summary>
    public string ResultType(FunctionInstance function) => function.Result is { } type
        ? Lengths.Find(function, null) is { IsConstant: false } ? Types.Span() : Types.Variable(type, function.Body.Site)
        : "void";

    /// <summary>Constant bytes: text where they are, else an array.</summary>
    public CExpression Literal(ImmutableArray<byte> content)
    {
        if (content.All(letter => letter is >= 32 and < 127 or (byte)'\n' or (byte)'\t'))
            return CExpression.Primary(Quote(content), "char *");
        var bytes = string.Join(", ", content.Select(item => string.Create(CultureInfo.InvariantCulture, $"0x{item:x2}")));
        if (!_literals.TryGetValue(bytes, out var name))
        {
            _literals[bytes] = name = Names.Give("bytes");
            // A zero stands behind a literal of C#, too.
            var start = content.IsEmpty ? "" : bytes + ", ";
            _literalText.Append(CultureInfo.InvariantCulture, $"static const __u8 {name}[] = {{ {start}0x00 }};\n");
        }

        return CExpression.Primary(name, "const __u8 *");
    }

    /// <summary>A table of constant numbers.</summary>
    public CExpression Table(ConstantData table, ScalarType element)
    {
        var type = Types.InMemory(element, default);
        if (!_tables.TryGetValue((table, element), out var name))
        {
            _tables[(table, element)] = name = Names.Give(table.Name + "_data");
            var shown = element == ScalarType.Bool ? ScalarType.U8 : element;
            var numbers = Enumerable.Range(0, table.Bytes.Length / element.Size)
                .Select(i => CNumber.Of(table.Read((long)i * element.Size, element)!.Value, shown).Text)
                .Chunk(NumbersPerLine)
                .Select(line => string.Join(", ", line))
                .ToArray();
            var content = numbers is [var one] ? $" {one} " : $"\n\t{string.Join(",\n\t", numbers)},\n";
            _literalText.Append(CultureInfo.InvariantCulture, $"static const {type} {name}[] = {{{content}}};\n");
        }

        return CExpression.Primary(name, $"const {CTypes.Star(type)}");
    }

    private static string Quote(ImmutableArray<byte> content)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in content)
        {
            text.Append(letter switch
            {
                (byte)'\n' => "\\n",
                (byte)'\t' => "\\t",
                (byte)'"' => "\\\"",
                (byte)'\\' => "\\\\",
                _ => ((char)letter).ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
