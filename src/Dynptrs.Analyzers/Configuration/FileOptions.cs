using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dynptrs.Verifier.Contracts;
using Dynptrs.Verifier.Findings;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dynptrs.Analyzers.Configuration;

/// <summary>The options that hold for a file.</summary>
internal sealed class FileOptions
{
    public const string HostCodeKey = Prefix + "host_code";
    public const string ExceptionPathsKey = Prefix + "exception_paths";
    public const string KernelVersionKey = Prefix + "kernel_version";
    public const string ShowPathKey = Prefix + "show_path";
    public const string Prefix = "dynptr.";

    /// <summary>The property of the project that says what <see cref="KernelVersionKey"/> does not.</summary>
    private const string KernelVersionProperty = "build_property.BpfKernelVersion";

    /// <summary>The property of the project that chooses a configuration that the package brings.</summary>
    private const string PresetProperty = "build_property.DynptrPreset";

    private static readonly ImmutableArray<string> Presets = ["default", "strict", "programs-only"];

    private FileOptions(ImmutableArray<OptionMistake> mistakes) => Mistakes = mistakes;

    /// <summary>All that options may be named.</summary>
    public static ImmutableArray<string> Keys { get; } = [HostCodeKey, ExceptionPathsKey, KernelVersionKey, ShowPathKey];

    /// <summary>How much host code is verified.</summary>
    public HostCode HostCode { get; private init; }

    /// <summary>Which exceptions lead out of a method that is no program code.</summary>
    public ExceptionPaths ExceptionPaths { get; private init; }

    /// <summary>The oldest kernel that programs must load on, or <see langword="null"/> for any.</summary>
    /// <remarks>
    /// <c>[BpfHelpers(Kernel = …)]</c> is no answer: a project may have a class of stubs for each kernel that it supports, and choose one
    /// when it runs.
    /// </remarks>
    public KernelVersion? Kernel { get; private init; }

    /// <summary>Whether each step on the path to a mistake is reported in its own place: <c>dynptr.show_path</c>.</summary>
    public bool ShowsPath { get; private init; }

    /// <summary>The options that are not understood: their defaults apply.</summary>
    public ImmutableArray<OptionMistake> Mistakes { get; }

    /// <summary>Reads what is said of a file.</summary>
    /// <param name="file">The options of the file, those of the project among them.</param>
    /// <param name="project">The options of the project.</param>
    public static FileOptions Read(AnalyzerConfigOptions file, AnalyzerConfigOptions project)
    {
        var mistakes = ImmutableArray.CreateBuilder<OptionMistake>();
        var hostCode = HostCode.All;
        if (TryGet(file, HostCodeKey) is { } text && !TryParse(text, out hostCode))
            mistakes.Add(OptionMistake.OfValue(HostCodeKey, text, "all, lifetime or off"));

        var exceptionPaths = ExceptionPaths.Explicit;
        if (TryGet(file, ExceptionPathsKey) is { } paths && !TryParse(paths, out exceptionPaths))
            mistakes.Add(OptionMistake.OfValue(ExceptionPathsKey, paths, "explicit or all"));

        var showsPath = false;
        if (TryGet(file, ShowPathKey) is { } shows && !bool.TryParse(shows, out showsPath))
            mistakes.Add(OptionMistake.OfValue(ShowPathKey, shows, "true or false"));

        // What is said of the file is nearer than what is said of the project.
        var (key, version) = TryGet(file, KernelVersionKey) is { } own
            ? (KernelVersionKey, own)
            : ("BpfKernelVersion", TryGet(project, KernelVersionProperty));
        var kernel = KernelVersion.TryParse(version);
        if (version is not null && kernel is null)
            mistakes.Add(OptionMistake.OfKernelVersion(key, version));
        if (TryGet(project, PresetProperty) is { } preset && !Presets.Contains(preset))
            mistakes.Add(OptionMistake.OfValue("DynptrPreset", preset, "default, strict or programs-only"));
        return new FileOptions(mistakes.ToImmutable())
        {
            HostCode = hostCode,
            ExceptionPaths = exceptionPaths,
            Kernel = kernel,
            ShowsPath = showsPath,
        };
    }

    /// <summary>What is said under a name that no option has.</summary>
    public static IEnumerable<OptionMistake> FindUnknown(AnalyzerConfigOptions options) => options.Keys
        .Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && !Keys.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Select(OptionMistake.OfName);

    /// <summary>Whether a mistake is reported where a method that is no program is verified on its own.</summary>
    public bool Reports(Finding finding) => HostCode switch
    {
        HostCode.All => true,
        HostCode.Lifetime => !finding.Has(FindingTraits.OfExtent),
        _ => false,
    };

    private static string? TryGet(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static bool TryParse(string text, out HostCode hostCode)
    {
        (var isKnown, hostCode) = text.Trim().ToLowerInvariant() switch
        {
            "all" => (true, HostCode.All),
            "lifetime" => (true, HostCode.Lifetime),
            "off" => (true, HostCode.Off),
            _ => (false, HostCode.All),
        };
        return isKnown;
    }

    private static bool TryParse(string text, out ExceptionPaths exceptionPaths)
    {
        (var isKnown, exceptionPaths) = text.Trim().ToLowerInvariant() switch
        {
            "explicit" => (true, ExceptionPaths.Explicit),
            "all" => (true, ExceptionPaths.All),
            _ => (false, ExceptionPaths.Explicit),
        };
        return isKnown;
    }
}
