namespace Dynptrs.Analyzers.Tests.Programs.Kernel;

/// <summary>Whether a program is loaded with a licence.</summary>
/// <param name="License">The licence; empty for none.</param>
/// <param name="Section">The section.</param>
/// <param name="Call">What the program calls, or <see langword="null"/> for nothing.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
internal sealed record LicenseAnswer(string License, string Section, string? Call, bool IsAccepted);
