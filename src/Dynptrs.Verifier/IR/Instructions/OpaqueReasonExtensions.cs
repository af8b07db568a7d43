namespace Dynptrs.Verifier.IR;

/// <summary>What follows from an <see cref="OpaqueReason"/>.</summary>
public static class OpaqueReasonExtensions
{
    /// <summary>Whether program code may not do it, because BPF has no counterpart.</summary>
    /// <param name="reason">The reason.</param>
    public static bool IsRefused(this OpaqueReason reason) =>
        reason is not (OpaqueReason.Reinterpretation or OpaqueReason.NotFollowed or OpaqueReason.Part);
}
