using System.Globalization;

namespace Dynptrs.Verifier.IR;

/// <summary>The number that a variable has when the programs are loaded that read it.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Number">The number.</param>
public sealed record LoadedNumber(GlobalVariable Variable, long Number)
{
    /// <summary>The number as C# writes it or, of what the kernel may have, whether it has it.</summary>
    public string Text =>
        Variable.Helper is not null ? Number == 0 ? "missing" : "there"
        : Variable.Type == ScalarType.Bool ? Number == 0 ? "false" : "true" : Number.ToString(CultureInfo.InvariantCulture);
}
