namespace Dynptrs.Emit.Programs;

/// <summary>How the C tells which C# it was made from.</summary>
public enum LineStyle
{
    /// <summary>Before each function, for people.</summary>
    Functions,

    /// <summary>By directives, for the kernel, which then quotes the C# where it refuses a program.</summary>
    Directives,
}
