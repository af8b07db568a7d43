using System;

namespace Dynptrs;

/// <summary>
/// The member gives one thing after the other and, after a number of calls, null or <see langword="false"/>: a loop that goes on only until then has an end.
/// </summary>
/// <remarks>
/// Follows the kernel's iterators (<c>KF_ITER_NEXT</c>): a loop around <c>bpf_iter_num_next</c> need not count its rounds. What the member is called on is the iterator,
/// which the loop may not make anew.
/// </remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class EndsLoopsAttribute : Attribute
{
}
