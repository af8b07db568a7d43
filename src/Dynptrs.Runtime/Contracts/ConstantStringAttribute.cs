using System;

namespace Dynptrs;

/// <summary>
/// The bytes in this parameter must be a constant string: a literal, such as <c>"user.name"u8</c>, or read-only data of the program that
/// ends with a zero.
/// </summary>
/// <remarks>
/// Follows <c>ARG_PTR_TO_CONST_STR</c> and the <c>__str</c> suffix, which refuse strings on the stack and in maps that may be written.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConstantStringAttribute : Attribute;
