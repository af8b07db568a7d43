namespace Dynptrs.Emit.Lengths;

/// <summary>What is known of the number of bytes behind a pointer.</summary>
/// <param name="IsConstant">Whether it is always the same.</param>
/// <param name="Value">That number.</param>
internal readonly record struct Length(bool IsConstant, long Value)
{
    /// <summary>One that only the run tells.</summary>
    public static Length Variable { get; } = new(false, 0);

    /// <summary>One that is always the same.</summary>
    public static Length Constant(long value) => new(true, value);
}
