using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Emit.Objects;

/// <summary>The helpers that an object calls, in the order in which they are met.</summary>
internal sealed class HelperTable
{
    private readonly List<(string Name, int Id, HelperPrototype Prototype)> _helpers = [];

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

    /// <summary>The declarations: a helper is a number, a function of the kernel's a name.</summary>
    public void Write(StringBuilder text)
    {
        foreach (var (name, id, prototype) in _helpers)
        {
            var parameters = prototype.Parameters.IsEmpty
                ? "void"
                : string.Join(", ", prototype.Parameters.Select((type, i) => type == "..." ? type : Declare(type, prototype.Names[i])));
            var pointer = Declare(prototype.Result, $"(*const {name})");
            if (id > 0)
                text.Append(CultureInfo.InvariantCulture, $"static {pointer}({parameters}) = (void *){id};\n");
            else
                text.Append(CultureInfo.InvariantCulture, $"extern {Declare(prototype.Result, name)}({parameters}) __ksym;\n");
        }

        if (_helpers.Count > 0)
            text.Append('\n');
    }

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
