using System.Globalization;
using Dynptrs.Verifier.Findings;

namespace Dynptrs.Analyzers.Rules;

/// <summary>The words for an access to memory.</summary>
internal static class AccessText
{
    public static string Bytes(long count) => count == 1 ? "1 byte" : count.ToString(CultureInfo.InvariantCulture) + " bytes";

    public static string Offset(long offset) => "offset " + offset.ToString(CultureInfo.InvariantCulture);

    public static string Done(MemoryAccess access) => access.IsWrite ? "written" : "read";
}
