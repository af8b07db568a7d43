using System;
using System.Globalization;

namespace Dynptrs.Fuzz;

/// <summary>What was asked for.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = """
        Mutates sources of the repository, and checks that nothing of ours falls over them.

          --seconds N   stop after so long; 45 without --count
          --count N     stop after so many mutants
          --seed N      which mutants; 1 by default, and one of the day with --seed today
          --from N      begin with this mutant: with --count 1, one that was reported
          --file TEXT   only files whose path contains this
          --workers N   how many processes
        """;

    public FuzzRole Role { get; init; } = FuzzRole.Campaign;

    public int Seed { get; init; } = 1;

    public int From { get; init; }

    public int Count { get; init; } = int.MaxValue;

    public double Seconds { get; init; } = double.PositiveInfinity;

    public string File { get; init; } = "";

    public int Workers { get; init; } = 1;

    /// <summary>Every how many mutants are of this worker.</summary>
    public int Step { get; init; } = 1;

    /// <summary>The file with the text to try.</summary>
    public string Text { get; init; } = "";

    public static FuzzOptions? TryParse(string[] args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || With(options, args[i], args[i + 1]) is not { } next)
                return null;
            options = next;
        }

        return options is { Count: int.MaxValue, Seconds: double.PositiveInfinity } ? options with { Seconds = 45 } : options;
    }

    private static FuzzOptions? With(FuzzOptions options, string name, string value) => name switch
    {
        "--file" => options with { File = value },
        "--text" => options with { Text = value },
        "--role" when Enum.TryParse<FuzzRole>(value, out var role) => options with { Role = role },
        "--seed" when value == "today" => options with { Seed = DateTime.UtcNow.DayOfYear + (1000 * DateTime.UtcNow.Year) },
        _ when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => null,
        "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
        "--from" => options with { From = int.Parse(value, CultureInfo.InvariantCulture) },
        "--count" => options with { Count = int.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => options with { Seconds = int.Parse(value, CultureInfo.InvariantCulture) },
        "--workers" => options with { Workers = int.Parse(value, CultureInfo.InvariantCulture) },
        "--step" => options with { Step = int.Parse(value, CultureInfo.InvariantCulture) },
        _ => null,
    };
}
