using System;

namespace Dynptrs;

/// <summary>
/// The call ends the program where it succeeds, with what another program returns; where control goes on behind it, it has failed. Nothing may
/// be held or open there.
/// </summary>
/// <remarks>
/// Follows <c>bpf_tail_call</c>. In a method that a program calls the other program ends that method alone, which then has returned anything;
/// a callback may not call it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndsProgramAttribute : Attribute
{
    /// <summary>The kinds of owner whose tagged slices are invalid after a method that was ended so.</summary>
    public string[] InvalidatesSlicesOf { get; set; } = [];
}
