using System;

namespace Dynptrs;

/// <summary>
/// The member returns one thing after another and, after some number of calls, null or <see langword="false"/>. A loop that goes on only
/// until then has an end.
/// </summary>
/// <remarks>
/// Follows the kernel's iterators (<c>KF_ITER_NEXT</c>): a loop around <c>bpf_iter_num_next</c> need not count its rounds. The receiver is
/// the iterator, which the loop may not make anew.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class EndsLoopsAttribute : Attribute
{
}
