using System.Globalization;

namespace MLNet.Gan.Benchmarks.Running;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    public const string Usage = """
        usage: ./build.sh bench mixtures|digits|stacked|costs|stability|tables|rare-images [options]
               ./build.sh bench metrics|micro|training [--quick]
          --seeds N      seeds 1 to N instead of the benchmark's own number
          --from N       only the seeds from N on
          --only TEXT    only the variants whose name has TEXT in it
          --data TEXT    only the data whose name has TEXT in it
          --steps N      train for N steps instead of the benchmark's own number
          --images N     digits: show N real images instead of 32000
          --parallel N   so many processes at once, 2 by default
          --report       train nothing, write the document from what is there
          --quick        --seeds 1 --steps 50
        Results are kept in artifacts/bench/; what is there already is not trained again. The document goes to
        docs/benchmarks/, but with --steps or --images beside the results.
        """;

    public int? Seeds { get; private init; }

    public int From { get; private init; } = 1;

    public string? Only { get; private init; }

    public string? Data { get; private init; }

    public int? Steps { get; private init; }

    public int? Images { get; private init; }

    public int Parallel { get; private init; } = 2;

    public bool ReportsOnly { get; private init; }

    /// <summary>What is not as the benchmark's protocol has it, for a folder's name; empty where nothing is.</summary>
    public string Change =>
        (Steps is { } steps ? $"-{steps}-steps" : "") + (Images is { } images ? $"-{images}-images" : "");

    /// <summary>The settings that decide what a job is, as options of the command line.</summary>
    public IEnumerable<string> ForJobs =>
        [.. Option("--steps", Steps), .. Option("--images", Images)];

    /// <summary>Reads the options of the command line.</summary>
    /// <exception cref="SettingsException">One of them is none, or its value is no whole number above 0.</exception>
    public static Settings Parse(IEnumerable<string> arguments)
    {
        var (settings, rest) = (new Settings(), new Queue<string>(arguments));
        while (rest.TryDequeue(out var option))
        {
            settings = option switch
            {
                "--seeds" => settings with { Seeds = Number(option, rest) },
                "--from" => settings with { From = Number(option, rest) },
                "--only" => settings with { Only = Text(option, rest) },
                "--data" => settings with { Data = Text(option, rest) },
                "--steps" => settings with { Steps = Number(option, rest) },
                "--images" => settings with { Images = Number(option, rest) },
                "--parallel" => settings with { Parallel = Number(option, rest) },
                "--report" => settings with { ReportsOnly = true },
                "--quick" => settings with { Seeds = 1, Steps = 50 },
                _ => throw new SettingsException($"'{option}' is not an option.\n{Usage}"),
            };
        }

        return settings;
    }

    private static int Number(string option, Queue<string> rest)
    {
        var text = Text(option, rest);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new SettingsException($"{option} needs a whole number above 0, but got '{text}'.");
    }

    private static string Text(string option, Queue<string> rest) => rest.TryDequeue(out var text)
        ? text
        : throw new SettingsException($"{option} needs a value behind it.");

    private static IEnumerable<string> Option(string name, int? value) =>
        value is { } number ? [name, number.ToString(CultureInfo.InvariantCulture)] : [];
}
