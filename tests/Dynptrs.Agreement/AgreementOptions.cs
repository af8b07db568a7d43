using System;
using System.Collections.Immutable;
using System.Globalization;

namespace Dynptrs.Agreement;

/// <summary>What was asked for.</summary>
internal sealed record AgreementOptions
{
    public const string Usage = """
        Asks the kernel that runs here of changed programs of the corpus, and compares its verdicts with the analyzer's.

          --rounds N     how often each program is changed anew; 1 by default, and 0 asks of the programs as they are,
                         or with --generate only of those
          --seed N       which changes; 1 by default, and those of the day with --seed today
          --generate N   so many programs are written anew besides, which hang on the seed alone; none by default
          --files PATH   the programs in the C# files below this folder, not those of the corpus
          --programs N   no more than so many of the corpus, and so many of the pairs, in each round
          --kernel PATH  another kernel, as an image or a package, that is booted and asked where this one does not agree; may be repeated
          --guest X      all: the others are asked of each program; differing, the default: of those on which this one does not agree
          --shrink yes   what does not agree is also written with all left out that is not needed for it
          --accelerator X  how the others run: kvm, or tcg, which emulates; by default what there is
          --output PATH  the folder into which what does not agree is written, with the C that the kernel was asked of
        """;

    public int Rounds { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public int Programs { get; init; } = int.MaxValue;

    public int Generated { get; init; }

    public ImmutableArray<string> Kernels { get; init; } = [];

    public bool IsGuestAskedOfAll { get; init; }

    public bool Shrinks { get; init; }

    public string? Accelerator { get; init; }

    public string? Files { get; init; }

    public string? Output { get; init; }

    public static AgreementOptions? TryParse(string[] args)
    {
        var options = new AgreementOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || With(options, args[i], args[i + 1]) is not { } next)
                return null;
            options = next;
        }

        return options;
    }

    private static AgreementOptions? With(AgreementOptions options, string name, string value) => name switch
    {
        "--files" => options with { Files = value },
        "--output" => options with { Output = value },
        "--kernel" => options with { Kernels = options.Kernels.Add(value) },
        "--guest" when value is "all" or "differing" => options with { IsGuestAskedOfAll = value == "all" },
        "--shrink" when value is "yes" or "no" => options with { Shrinks = value == "yes" },
        "--accelerator" when value is "kvm" or "tcg" => options with { Accelerator = value },
        "--seed" when value == "today" => options with { Seed = DateTime.UtcNow.DayOfYear + (1000 * DateTime.UtcNow.Year) },
        _ when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => null,
        "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
        "--programs" => options with { Programs = int.Parse(value, CultureInfo.InvariantCulture) },
        "--generate" => options with { Generated = int.Parse(value, CultureInfo.InvariantCulture) },
        "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
        _ => null,
    };
}
