namespace Dynptrs.Emit.Text;

/// <summary>A line of C#.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="Line">The line, counted from 1.</param>
public readonly record struct SourceLine(string Path, int Line);
