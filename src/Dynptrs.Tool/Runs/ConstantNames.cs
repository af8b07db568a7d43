using System;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Tool.Runs;

/// <summary>The names of the kernel's numbers.</summary>
internal static class ConstantNames
{
    /// <summary>The name of a number among the constants of a class, or <see langword="null"/>.</summary>
    public static string? Find(Type constants, int value) => constants
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(field => field.IsLiteral && Convert.ToInt64(field.GetRawConstantValue(), null) == value)?.Name;
}
