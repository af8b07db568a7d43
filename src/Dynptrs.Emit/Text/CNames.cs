using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dynptrs.Emit.Text;

/// <summary>Names of one scope, each given once.</summary>
/// <param name="outer">The scope around it, whose names are hidden by none.</param>
internal sealed class CNames(CNames? outer = null)
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for", "goto",
        "if", "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch",
        "typedef", "union", "unsigned", "void", "volatile", "while", "asm", "typeof", "bool", "true", "false", "NULL", "SEC");

    private readonly HashSet<string> _given = [];

    /// <summary>Gives a name that looks like what is asked for.</summary>
    public string Give(string wanted)
    {
        var name = Clean(wanted);
        if (Reserved.Contains(name))
            name += "_";
        var given = name;
        for (var i = 2; IsGiven(given); i++)
            given = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        _given.Add(given);
        return given;
    }

    /// <summary>A text as a name, whether or not that is given.</summary>
    public static string Clean(string text)
    {
        var name = new string([.. text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_')]);
        return name.Length == 0 ? "unnamed" : char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }

    private bool IsGiven(string name) => _given.Contains(name) || (outer?.IsGiven(name) ?? false);
}
