using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dynptrs.Emit.Calls;
using Dynptrs.Emit.Functions;
using Dynptrs.Emit.Objects;
using Dynptrs.Emit.Text;
using Dynptrs.Emit.Types;
using Dynptrs.Verifier.IR;

namespace Dynptrs.Emit.Programs;

/// <summary>Writes an object: its programs, and all that these reach.</summary>
internal sealed partial class ObjectEmitter
{
    private readonly ObjectScope _scope;
    private readonly LineStyle _style;
    private readonly StringBuilder _prototypes = new();
    private readonly StringBuilder _functions = new();
    private readonly Dictionary<FunctionInstance, BpfProgram> _programs = [];

    private ObjectEmitter(CallGraph graph, Func<Site, SourceLine?> line, LineStyle style)
    {
        _scope = new ObjectScope(graph, line);
        _style = style;
    }

    /// <summary>Writes an object.</summary>
    /// <param name="programs">The programs, in their order.</param>
    /// <param name="license">The licence.</param>
    /// <param name="line">Says which line of C# a site is on.</param>
    /// <param name="style">How the C tells it.</param>
    public static string Emit(IReadOnlyList<BpfProgram> programs, string license, Func<Site, SourceLine?> line, LineStyle style)
    {
        var graph = new CallGraph();
        var roots = programs.Select(program => graph.Add(program.Function)).ToList();
        var emitter = new ObjectEmitter(graph, line, style);
        for (var i = 0; i < roots.Count; i++)
        {
            emitter._programs[roots[i]] = programs[i];
            roots[i].Name = emitter._scope.Names.Give(programs[i].Name);
        }

        return emitter.Emit(license);
    }

    private string Emit(string license)
    {
        _scope.NameGlobals();
        foreach (var function in _scope.Graph.Functions.Where(function => function.Name.Length == 0))
            function.Name = _scope.Names.Give(function.Reference.Name);
        // Those that are called first: C reads from the top.
        foreach (var function in _scope.Graph.Functions.Reverse())
            Write(function);
        var globals = new StringBuilder();
        foreach (var map in _scope.Globals.Where(global => global.Map is not null).DistinctBy(global => global.Map!.Type))
        {
            var number = MapTypes.NumberOf(map.Map!.Type, map.Site);
            globals.Append(CultureInfo.InvariantCulture, $"#define BPF_MAP_TYPE_{map.Map.Type} {number}\n");
        }

        if (globals.Length > 0)
            globals.Append('\n');
        foreach (var global in _scope.Globals.OrderBy(global => global.Map is null))
            Write(globals, global);
        if (_scope.Globals.Any(global => global.Map is null))
            globals.Append('\n');
        return Assemble(license, globals.ToString());
    }

    private string Assemble(string license, string globals)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"/* Written from C#. clang {string.Join(' ', CompilerFlags.Of())} */\n");
        text.Append(EmbeddedText.Prelude).Append('\n');
        text.Append(_scope.Types.Declarations);
        _scope.Helpers.Write(text);
        if (_scope.NeedsBlocks)
            text.Append(EmbeddedText.Blocks).Append('\n');
        var functions = _functions.ToString();
        if (IsNamed(EmbeddedText.Hide, functions))
            text.Append(EmbeddedText.Hiding).Append('\n');
        if (IsNamed(EmbeddedText.HideIndex, functions))
            text.Append(EmbeddedText.Masking).Append('\n');
        if (IsNamed(EmbeddedText.HideNumber, functions))
            text.Append(EmbeddedText.Numbers).Append('\n');
        if (IsNamed(EmbeddedText.Probe, functions))
            text.Append(EmbeddedText.Probing).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"char _license[] SEC(\"license\") = \"{license}\";\n\n");
        text.Append(globals);
        if (_scope.Literals.Length > 0)
            text.Append(_scope.Literals).Append('\n');
        if (_prototypes.Length > 0)
            text.Append(_prototypes).Append('\n');
        return text.Append(functions).ToString().TrimEnd('\n') + "\n";
    }

    private void Write(StringBuilder text, GlobalVariable global)
    {
        var name = _scope.NameOf(global);
        if (global.Map is { } map)
        {
            text.Append("struct {\n");
            text.Append(CultureInfo.InvariantCulture, $"\t__uint(type, BPF_MAP_TYPE_{map.Type});\n");
            if (map.Capacity is { } capacity)
                text.Append(CultureInfo.InvariantCulture, $"\t__uint(max_entries, {capacity});\n");
            var flags = map.Flags ?? throw new EmissionException(global.Site, $"the map `{global.Name}`, whose flags are not constant,");
            if (flags != 0)
                text.Append(CultureInfo.InvariantCulture, $"\t__uint(map_flags, {flags});\n");
            if (map.Key is { } key)
                text.Append(CultureInfo.InvariantCulture, $"\t__type(key, {_scope.Types.InMemory(key, global.Site)});\n");
            if (map.Value is { } value)
                text.Append(CultureInfo.InvariantCulture, $"\t__type(value, {_scope.Types.InMemory(value, global.Site)});\n");
            text.Append(CultureInfo.InvariantCulture, $"}} {name} SEC(\".maps\");\n\n");
            return;
        }

        var type = _scope.Types.InMemory(global.Type, global.Site);
        var qualifier = global.IsReadOnly ? "const volatile " : "";
        var initial = global.InitialValue is { } number and not 0
            ? " = " + CNumber.Of(number, global.Type == ScalarType.Bool ? ScalarType.U8 : (ScalarType)global.Type).Text
            : global.IsReadOnly ? global.Type is ScalarType ? " = 0" : " = {}" : "";
        text.Append(CultureInfo.InvariantCulture, $"{qualifier}{CTypes.Declare(type, name)}{initial};\n");
    }

    private void Write(FunctionInstance function)
    {
        var emitter = new FunctionEmitter(_scope, function);
        var statements = emitter.Run();
        var program = _programs.GetValueOrDefault(function);
        var context = program is { IsGivenContext: false } ? emitter.NameContext() : null;
        var signature = program is null ? Signature(function, emitter) : Signature(program, emitter, context);
        if (program is null)
            _prototypes.Append(signature).Append(";\n");
        var writer = new CWriter(_functions, _style == LineStyle.Directives);
        if (_style == LineStyle.Functions && _scope.Line(function.Body.Site) is { } line)
            writer.Line(0, string.Create(CultureInfo.InvariantCulture, $"/* {line.Path}:{line.Line} */"));
        if (program is not null)
            writer.Line(0, $"SEC(\"{program.Section}\")");
        writer.Mark(_scope.Line(function.Body.Site));
        writer.Line(0, signature);
        writer.Line(0, "{");
        var body = new StringBuilder();
        new CWriter(body, _style == LineStyle.Directives).Write(statements, 1);
        var text = body.ToString();
        var declarations = emitter.Declarations.Where(declaration => IsUsed(declaration, text)).ToList();
        foreach (var declaration in declarations)
            writer.Line(1, declaration + ";");
        if (context is not null)
            ReadArguments(writer, emitter, context);
        if (declarations.Count > 0 || context is not null)
            writer.Line(0, "");
        _functions.Append(text);
        _functions.Append("}\n");
        _functions.Append('\n');
    }

    /// <summary>Whether a variable is left once the statements are in order: some are written where they were read.</summary>
    private static bool IsUsed(string declaration, string body) =>
        IsNamed(DeclaredName().Match(declaration).Groups["name"].Value, body);

    private static bool IsNamed(string name, string body)
    {
        for (var at = body.IndexOf(name, StringComparison.Ordinal); at >= 0; at = body.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!IsPartOfName(body, at - 1) && !IsPartOfName(body, at + name.Length))
                return true;
        }

        return false;
    }

    private static bool IsPartOfName(string text, int index) => char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_';

    [GeneratedRegex(@"(?<name>\w+)(\[\d+\])?( __aligned\(8\))?$")]
    private static partial Regex DeclaredName();

    private string Signature(FunctionInstance function, FunctionEmitter emitter)
    {
        var parameters = emitter.Parameters().ToList();
        var result = _scope.ResultType(function);
        // The kernel's functions take five arguments, and give back one register, which holds no pointer into a stack. A ref or a span may
        // be one: the verifier takes what returns it for a part of its caller.
        var isInline = !function.IsCallback
            && (function.Body.IsInlined
                || parameters.Count > 5
                || function is { Result: PointerType, Body.ReturnsAddress: false }
                || result.StartsWith("struct ", StringComparison.Ordinal) && !result.EndsWith('*'));
        var list = parameters.Count == 0 ? "void" : string.Join(", ", parameters);
        return $"static {(isInline ? "__always_inline" : "__noinline")} {CTypes.Declare(result, function.Name)}({list})";
    }

    private static string Signature(BpfProgram program, FunctionEmitter emitter, string? context) => context is null
        ? $"int {program.Name}({string.Join(", ", emitter.Parameters())})"
        : $"int {program.Name}(__u64 *{context})";

    /// <summary>A program that is called instead of a function reads the arguments of that out of its context.</summary>
    private static void ReadArguments(CWriter writer, FunctionEmitter emitter, string context)
    {
        var index = 0;
        foreach (var (name, type) in emitter.NamedParameters())
            writer.Line(1, string.Create(CultureInfo.InvariantCulture, $"{CTypes.Declare(type, name)} = ({type}){context}[{index++}];"));
    }
}
