using System;

namespace Dynptrs;

/// <summary>The call writes to the memory behind the owner in this parameter or, on a method, behind its receiver.</summary>
/// <remarks>What was written to a copy, in a <see cref="BounceBufferAttribute">buffer</see>, comes to its owner by such a call. The verifier asks nothing about it; suggestions do.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class WritesAttribute : Attribute;
