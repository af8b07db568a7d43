using System;

namespace Dynptrs;

/// <summary>
/// The call writes to the memory behind the owner in this parameter or, on a method, behind its receiver. On memory: it must be writable,
/// even where the parameter is <see langword="in"/> or a read-only span.
/// </summary>
/// <remarks>
/// Such a call brings what was written to a copy, in a <see cref="BounceBufferAttribute">buffer</see>, to its owner: suggestions read it.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class WritesAttribute : Attribute;
