using System.IO;
using Dynptrs.Testing;

namespace Dynptrs.Tool.Tests.Support;

/// <summary>The programs that commands are given.</summary>
internal static class Programs
{
    /// <summary>Where one is.</summary>
    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Dynptrs.Tool.Tests", "Programs", name);
}
