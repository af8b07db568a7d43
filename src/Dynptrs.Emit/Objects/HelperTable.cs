using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Emit.Text;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Emit.Objects;

/// <summary>The helpers that an object calls, in the order in which they are met.</summary>
internal sealed class HelperTable
{
    private const string Family = "bpf_";

    private readonly List<(string Name, int Id, HelperPrototype Prototype)> _helpers = [];
    private readonly List<HelperRequirements> _tested = [];

    /// <summary>The name of a helper.</summary>
    public string Add(HelperRequirements helper, HelperPrototype prototype)
    {
        var index = _helpers.FindIndex(known => known.Name == helper.Helper);
        if (index < 0)
            _helpers.Add((helper.Helper, helper.Id, prototype));
        else if (!_helpers[index].Prototype.Parameters.SequenceEqual(prototype.Parameters))
            _helpers[index] = _helpers[index] with { Prototype = Common(_helpers[index].Prototype, prototype) };
        return helper.Helper;
    }

    /// <summary>
    /// What says whether the kernel has a helper: of a number, whether its enumeration has it, of a function, whether it has an address. The
    /// loader writes either into the program.
    /// </summary>
    public CExpression Test(HelperRequirements helper)
    {
        if (!_tested.Exists(tested => tested.Helper == helper.Helper))
            _tested.Add(helper);
        return CExpression.Primary(helper.Id > 0 ? $"has_helper({NumberOf(helper)})" : $"has_function({helper.Helper})", "__u8");
    }

    /// <summary>The declarations: a helper is a number, a function of the kernel's a name, and weak where the kernel may lack it.</summary>
    public void Write(StringBuilder text)
    {
        WriteTests(text);
        foreach (var (name, id, prototype) in _helpers)
        {
            var parameters = prototype.Parameters.IsEmpty
                ? "void"
                : string.Join(", ", prototype.Parameters.Select((type, i) => type == "..." ? type : Declare(type, prototype.Names[i])));
            var pointer = Declare(prototype.Result, $"(*const {name})");
            if (id > 0)
                text.Append(CultureInfo.InvariantCulture, $"static {pointer}({parameters}) = (void *){id};\n");
            else
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"extern {Declare(prototype.Result, name)}({parameters}) __ksym{(IsTested(name) ? " __weak" : "")};\n");
        }

        if (_helpers.Count > 0)
            text.Append('\n');
    }

    private void WriteTests(StringBuilder text)
    {
        if (_tested.Count == 0)
            return;
        text.Append(EmbeddedText.Features).Append('\n');
        var numbered = _tested.Where(helper => helper.Id > 0).Select(helper => $"{NumberOf(helper)} = {helper.Id}").ToList();
        if (numbered.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"enum bpf_func_id {{ {string.Join(", ", numbered)} }};\n");
        // A function that is asked for and never called has no type here.
        foreach (var helper in _tested.Where(helper => helper.Id == 0 && !_helpers.Exists(called => called.Name == helper.Helper)))
            text.Append(CultureInfo.InvariantCulture, $"extern const void {helper.Helper} __ksym __weak;\n");
        text.Append('\n');
    }

    private bool IsTested(string name) => _tested.Exists(helper => helper.Helper == name);

    private static string NumberOf(HelperRequirements helper) => "BPF_FUNC_" + helper.Helper[Family.Length..];

    private static string Declare(string type, string name) => Types.CTypes.Declare(type, name);

    /// <summary>Of two that differ, what they have in common: a number may be any, and some take more arguments than others.</summary>
    private static HelperPrototype Common(HelperPrototype left, HelperPrototype right)
    {
        var (a, b) = (left.Parameters, right.Parameters);
        var isVariadic = a.Length != b.Length || a is [.., "..."] || b is [.., "..."];
        var parameters = a.Zip(b).TakeWhile(pair => pair.First != "..." && pair.Second != "...")
            .Select(pair => pair.First == pair.Second ? pair.First : Common(pair.First, pair.Second))
            .ToList();
        return left with { Parameters = isVariadic ? [.. parameters, "..."] : [.. parameters] };
    }

    private static string Common(string left, string right) =>
        left.EndsWith('*') ? left.StartsWith("const ", StringComparison.Ordinal) ? left : "void *" : right.EndsWith('*') ? right : "__u64";
}
