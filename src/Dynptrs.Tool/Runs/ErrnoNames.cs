using System.Globalization;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Tool.Runs;

/// <summary>The names of errors.</summary>
internal static class ErrnoNames
{
    /// <summary>The name of an error, such as <c>EINVAL</c>; its number, where it has none here.</summary>
    public static string Of(int error) =>
        typeof(Errno).GetFields(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(field => field.IsLiteral && field.GetRawConstantValue() is int value && value == error)?.Name
        ?? error.ToString(CultureInfo.InvariantCulture);
}
