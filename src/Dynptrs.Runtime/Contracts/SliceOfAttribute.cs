using System;

namespace Dynptrs;

/// <summary>The returned view points into the memory of an owner and dies with it.</summary>
/// <remarks>Follows <c>bpf_dynptr_data</c>, <c>bpf_dynptr_slice</c> and <c>bpf_dynptr_slice_rdwr</c>.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue)]
public sealed class SliceOfAttribute : Attribute
{
    /// <summary>Declares the owner of the returned view.</summary>
    /// <param name="owner">The name of the parameter that holds the owner; <c>"this"</c> is the receiver.</param>
    public SliceOfAttribute(string owner) => Owner = owner;

    /// <summary>The name of the parameter that holds the owner; <c>"this"</c> is the receiver.</summary>
    public string Owner { get; }

    /// <summary>
    /// Whether the view carries the kind of its owner, so that <see cref="InvalidatesSlicesAttribute.Of"/> can name it. In
    /// the kernel the results of the slice functions do, those of <c>bpf_dynptr_data</c> do not.
    /// </summary>
    public bool Tagged { get; set; }
}
