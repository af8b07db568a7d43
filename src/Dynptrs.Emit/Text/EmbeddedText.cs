using System;
using System.IO;

namespace Dynptrs.Emit.Text;

/// <summary>What every object begins with, and what some need.</summary>
internal static class EmbeddedText
{
    /// <summary>The name of the function in <see cref="Hiding"/>.</summary>
    public const string Hide = "hide_variable";

    /// <summary>The name of the function in <see cref="Masking"/>.</summary>
    public const string HideIndex = "hide_index";

    /// <summary>The name of the macro in <see cref="Numbers"/>.</summary>
    public const string HideNumber = "hide_number";

    /// <summary>The name of the macro in <see cref="Probing"/>.</summary>
    public const string Probe = "probed";

    private static readonly string Contexts = Read("contexts.h");

    /// <summary>Types and macros.</summary>
    public static string Prelude { get; } = Read("prelude.h");

    /// <summary>The attribute of contexts.</summary>
    public static string Context { get; } = Read("context.h");

    /// <summary>Functions that copy, fill and compare bytes whose number is not constant.</summary>
    public static string Blocks { get; } = Read("blocks.h");

    /// <summary>The function that hides from a compiler which variable a pointer points to.</summary>
    public static string Hiding { get; } = Read("hiding.h");

    /// <summary>The function that hides from a compiler how small an index is.</summary>
    public static string Masking { get; } = Read("masking.h");

    /// <summary>The macro that hides from a compiler how a number was made.</summary>
    public static string Numbers { get; } = Read("numbers.h");

    /// <summary>The macro that copies what may lie at any address.</summary>
    public static string Probing { get; } = Read("probing.h");

    /// <summary>The macros that ask what the kernel has.</summary>
    public static string Features { get; } = Read("features.h");

    /// <summary>The attribute of structs of the kernel's.</summary>
    public static string Relocation { get; } = Read("relocation.h");

    /// <summary>The declaration of a context, or <see langword="null"/> for any other type.</summary>
    /// <param name="type">The type, such as <c>struct xdp_md</c>.</param>
    public static string? Declaration(string type)
    {
        const string End = "} __context;\n";
        var start = Contexts.IndexOf(type + " {", StringComparison.Ordinal);
        return start < 0 ? null : Contexts[start..(Contexts.IndexOf(End, start, StringComparison.Ordinal) + End.Length)];
    }

    private static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("Dynptrs.Emit.Text." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
