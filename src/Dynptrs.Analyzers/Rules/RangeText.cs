using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for numbers that lie outside of a range.</summary>
internal static class RangeText
{
    /// <summary>The numbers of a range: <c>0 or 1</c>, <c>0 to 3</c>.</summary>
    public static string Numbers(ValueRange range) => (range.Max - range.Min) switch
    {
        0 => AccessText.Number(range.Min),
        1 => $"{AccessText.Number(range.Min)} or {AccessText.Number(range.Max)}",
        _ => $"{AccessText.Number(range.Min)} to {AccessText.Number(range.Max)}",
    };

    /// <summary>The sentence about a number of which only the lower half of its register is known.</summary>
    /// <param name="subject">The number.</param>
    /// <param name="taken">What it must be.</param>
    public static string PartOfRegister(string subject, string taken) =>
        $"{subject} is what a call gave, of which Linux knows the lower 32 bits only, whatever they were compared with, but {taken}: "
        + "return a constant, or what is computed of it, as by `&`";

    /// <summary>What a number may be.</summary>
    public static string AnyOf(ValueRange actual) => actual.Min <= int.MinValue || actual.Max >= int.MaxValue
        ? "any number"
        : $"anything from {AccessText.Number(actual.Min)} to {AccessText.Number(actual.Max)}";
}
