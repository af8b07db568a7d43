using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Dynptrs.Testing;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The environment variable that makes the tests renew the files which they otherwise compare.</summary>
    public const string UpdateVariable = "DYNPTRS_UPDATE_DOCS";

    /// <summary>The command that renews these files.</summary>
    public static string UpdateCommand { get; } =
        $"{UpdateVariable}=1 dotnet test --project tests/{typeof(Repository).Assembly.GetName().Name}";

    /// <summary>Its root folder; the path of a source file would not do, for a deterministic build maps it.</summary>
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    public static string Corpus(string path) => Path.Combine(Root, "tests", "corpus", path);

    /// <summary>Asserts that a file says what it should or, on request, makes it say so.</summary>
    public static void VerifyOrUpdate(string path, string expected)
    {
        if (IsUpdating)
            File.WriteAllText(path, expected);
        var actual = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            actual == expected,
            $"{Path.GetRelativePath(Root, path)} is stale. Renew it: {UpdateCommand}{Environment.NewLine}{LineDifference.Of(expected, actual)}");
    }
}
