namespace Dynptrs.Build.Toolchain;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output.</param>
/// <param name="Errors">Its errors.</param>
public sealed record ToolResult(int ExitCode, string Output, string Errors);
