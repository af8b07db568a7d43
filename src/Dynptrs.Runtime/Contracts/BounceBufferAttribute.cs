using System;

namespace Dynptrs;

/// <summary>
/// If the bytes of the owner do not lie in one piece, the call copies them to the memory in this parameter and returns a view of the copy.
/// What is written there reaches the owner only when a call with <see cref="WritesAttribute"/> writes it back.
/// </summary>
/// <remarks>
/// Follows the <c>buffer__nullable</c> of <c>bpf_dynptr_slice</c> and <c>bpf_dynptr_slice_rdwr</c>. The verifier ignores it; suggestions
/// read it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BounceBufferAttribute : Attribute
{
    /// <summary>Declares when the buffer may be used.</summary>
    /// <param name="kinds">
    /// The kinds of owner whose bytes may lie in pieces: for others the buffer is never used. Empty for every kind.
    /// </param>
    public BounceBufferAttribute(params string[] kinds) => Kinds = kinds;

    /// <summary>The kinds of owner whose bytes may lie in pieces: for others the buffer is never used. Empty for every kind.</summary>
    public string[] Kinds { get; }

    /// <summary>The kinds of owner whose bytes are always copied: without a buffer the call returns null.</summary>
    public string[] RequiredFor { get; set; } = [];
}
