using System;
using System.Globalization;

namespace Dynptrs.Verifier.Tests.Properties;

/// <summary>How many programs are made up.</summary>
internal static class Scale
{
    private const int Ordinary = 3_000;
    private const int Nightly = 100_000;

    private static readonly string? Setting = Environment.GetEnvironmentVariable("DYNPTRS_NIGHTLY");

    /// <summary>Whether there is time for what takes long.</summary>
    public static bool IsNightly => Setting is not (null or "" or "0");

    /// <summary>A few thousand; with <c>DYNPTRS_NIGHTLY=1</c> many more, or as many as it says.</summary>
    public static int Programs { get; } =
        !IsNightly ? Ordinary : Setting == "1" ? Nightly : int.Parse(Setting!, CultureInfo.InvariantCulture);
}
