namespace Dynptrs.Verifier.Tests.Properties.Sabotage;

/// <summary>A fault that is put into the verifier, by an edit of its source.</summary>
/// <param name="Fault">What is wrong then.</param>
/// <param name="File">The file, from the project's folder on.</param>
/// <param name="Text">What stands there, once.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(string Fault, string File, string Text, string Replacement)
{
    public override string ToString() => Fault;
}
