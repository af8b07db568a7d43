namespace Dynptrs.Fuzz.Running;

/// <summary>A fault, and how to get it again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">What there is to know of it.</param>
/// <param name="Number">The number of the mutant.</param>
/// <param name="File">The file that was mutated.</param>
/// <param name="How">The mutations.</param>
/// <param name="Text">The text, as small as it could be made.</param>
internal sealed record Found(string Kind, string Detail, int Number, string File, string How, string Text);
