namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>A constant, or the number in a variable.</summary>
/// <param name="Constant">The constant.</param>
/// <param name="Number">The variable, or -1 for the constant.</param>
internal readonly record struct Size(long Constant, int Number = -1);
