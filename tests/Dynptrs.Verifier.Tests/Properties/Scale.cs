using System;
using System.Globalization;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>How many programs are made up.</summary>
internal static class Scale
{
    private const int Ordinary = 3_000;
    private const int Nightly = 100_000;

    /// <summary>A few thousand; with <c>DYNPTRS_NIGHTLY=1</c> many more, or as many as it says.</summary>
    public static int Programs { get; } = Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY") switch
    {
        null or "" or "0" => Ordinary,
        "1" => Nightly,
        var count => int.Parse(count, CultureInfo.InvariantCulture),
    };
}
