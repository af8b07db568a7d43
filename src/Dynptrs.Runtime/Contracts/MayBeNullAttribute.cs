using System;

namespace Dynptrs;

/// <summary>
/// The returned value may be null and must be tested before it is used; on a parameter: null (an empty span, a default
/// owner) is accepted.
/// </summary>
/// <remarks>Follows <c>PTR_MAYBE_NULL</c>, <c>KF_RET_NULL</c> and the <c>__nullable</c> suffix.</remarks>
[AttributeUsage(AttributeTargets.ReturnValue | AttributeTargets.Parameter)]
public sealed class MayBeNullAttribute : Attribute
{
}
