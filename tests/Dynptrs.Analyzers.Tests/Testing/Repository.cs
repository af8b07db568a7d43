using System.Linq;
using System.Reflection;

namespace Dynptrs.Analyzers.Tests.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder; the path of a source file would not do, for a deterministic build maps it.</summary>
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
