using System;

namespace Dynptrs;

/// <summary>
/// The call may copy bytes of the owner to the memory in this parameter, where they do not lie in one piece, and then returns a view of the copy: what is written
/// there does not reach the owner until it is written back, by a call with <see cref="WritesAttribute"/>.
/// </summary>
/// <remarks>
/// Follows the <c>buffer__nullable</c> of <c>bpf_dynptr_slice</c> and <c>bpf_dynptr_slice_rdwr</c>. The verifier asks nothing about it; suggestions do.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BounceBufferAttribute : Attribute
{
    /// <summary>Declares when the buffer may be used.</summary>
    /// <param name="kinds">The kinds of owner whose bytes may lie in pieces: for others the buffer is never used. None for every kind.</param>
    public BounceBufferAttribute(params string[] kinds) => Kinds = kinds;

    /// <summary>The kinds of owner whose bytes may lie in pieces: for others the buffer is never used. None for every kind.</summary>
    public string[] Kinds { get; }

    /// <summary>The kinds of owner whose bytes are always copied: without a buffer the call gives null.</summary>
    public string[] RequiredFor { get; set; } = [];
}
