using System;

namespace Dynptrs;

/// <summary>
/// The text in this parameter is the kernel's name of a helper that the runtime implements: a constant, in programs as elsewhere. A static
/// method that takes nothing else and returns a <see cref="bool"/> says whether the kernel has the helper; in a program, the loader answers.
/// </summary>
/// <remarks>Follows <c>bpf_ksym_exists</c> and <c>bpf_core_enum_value_exists</c>.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HelperNameAttribute : Attribute;
