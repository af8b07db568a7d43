using System;

namespace Dynptrs;

/// <summary>The call runs the delegate in this parameter any number of times, before it returns.</summary>
/// <remarks>
/// Follows the synchronous callbacks of <c>bpf_loop</c>, <c>bpf_for_each_map_elem</c> and <c>bpf_user_ringbuf_drain</c>:
/// followed zero times, once, and again until nothing new happens. The delegate is a static method or a static lambda.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CallbackAttribute : Attribute
{
    /// <summary>The name of the parameter that is passed on as the last argument of the callback, or <see langword="null"/>.</summary>
    public string? Context { get; set; }

    /// <summary>The name of the parameter that bounds the number of runs, or <see langword="null"/> when nothing bounds it.</summary>
    public string? Runs { get; set; }
}
