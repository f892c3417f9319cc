using System.CommandLine;
using System.Globalization;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Tool.Commands;

/// <summary>The options for reading or generating images.</summary>
internal sealed class ImageOptions
{
    private static readonly Dictionary<string, PixelRange> Ranges = new()
    {
        ["-1..1"] = PixelRange.PlusMinusOne, ["0..1"] = PixelRange.Unit, ["0..255"] = PixelRange.Bytes,
    };

    private readonly Option<int?> _count = Numbers.AtLeast(2, "--count",
        "The number of images to generate [default: 10000]; for 'stats' of statistics of another tool: the number of "
            + "their images");

    private readonly Option<int> _seed = new("--seed")
    {
        Description = "The seed of a generator's latents.",
        HelpName = "N",
    };

    private readonly Option<int?> _latentSize =
        Numbers.AtLeast(1, "--latent-size", "The length of a generator's latents, if its file does not specify it");

    private readonly Option<int?> _labels = Numbers.AtLeast(1, "--labels",
        "The number of a generator's classes, if its file does not specify it; each is as frequent");

    private readonly Option<string> _latents = new("--latents")
    {
        Description = "How a generator's latents are distributed: N(0, 1), or uniform in [-1, 1].",
        DefaultValueFactory = _ => "normal",
    };

    private readonly Option<string?> _range = new("--range")
    {
        Description = "The range of generated values [default: -1..1, unless the values contradict it].",
    };

    private readonly Option<string?> _latentInput = Name("--latent-input", "The input of a generator's latents, if it has several");

    private readonly Option<string?> _classInput =
        Name("--class-input", "The input of a generator's classes, if it has several; needed for one-hot vectors");

    private readonly Option<string?> _output = Name("--generator-output", "The output of a generator's images, if it has several");

    private readonly Option<string[]> _constants = new("--set")
    {
        Description = "The value of another input of a generator, such as psi=0.7 for a truncation; may be repeated.",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string?> _mean = Name("--mu", "The array of the mean in .npz files of statistics; a side without it has the default [default: mu]");

    private readonly Option<string?> _covariance =
        Name("--sigma", "The array of the covariance in .npz files of statistics; likewise [default: sigma]");

    private readonly Option<string?> _images = Name("--images", "The array of images in .npz files; likewise [default: arr_0]");

    private readonly Option<bool> _skipBad = new("--skip-bad")
    {
        Description = "Leave out image files that cannot be read, instead of ending with an error; they are counted and named.",
    };

    private readonly Option<bool> _recursive = new("--recursive")
    {
        Description = "Search the folders in a folder, too, as clean-fid does; '--recursive false' does not, as pytorch-fid.",
        DefaultValueFactory = _ => true,
    };

    private readonly Option<string[]> _suffixes = Ends("--suffix",
        "Read the files of a folder whose names end so, such as _fake.png, and no others; '' for names without an extension; can be given several times "
            + "[default: the extensions of formats that can be read]");

    public ImageOptions()
    {
        _latents.AcceptOnlyFromAmong("normal", "uniform");
        _range.AcceptOnlyFromAmong([.. Ranges.Keys]);
        _constants.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Constant(token.Value) is null)
                    result.AddError($"--set must be NAME=VALUE with a number, but is '{token.Value}'.");
            }
        });
    }

    /// <summary>Returns an option of the ends of names.</summary>
    public static Option<string[]> Ends(string name, string description) => new(name) { Description = description, HelpName = "END" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])
        [
            _count, _seed, _latentSize, _labels, _latents, _range, _latentInput, _classInput, _output, _constants, _mean, _covariance, _images,
            _skipBad, _recursive, _suffixes,
        ])
            command.Options.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="threads">The number of CPU threads of a generator; 0 for all.</param>
    public ImageRequest Of(ParseResult parsed, int threads) => new()
    {
        Count = parsed.GetValue(_count),
        Seed = parsed.GetValue(_seed),
        SkipsBad = parsed.GetValue(_skipBad),
        Arrays = new(parsed.GetValue(_mean), parsed.GetValue(_covariance), parsed.GetValue(_images)),
        Search = new()
        {
            Depth = parsed.GetValue(_recursive) ? int.MaxValue : 0,
            Suffixes = parsed.GetValue(_suffixes) ?? [],
        },
        Generator = new ExternalGeneratorOptions
        {
            LatentSize = parsed.GetValue(_latentSize),
            Classes = parsed.GetValue(_labels),
            IsUniform = parsed.GetValue(_latents) == "uniform",
            Range = parsed.GetValue(_range) is { } range ? Ranges[range] : null,
            LatentInput = parsed.GetValue(_latentInput),
            ClassInput = parsed.GetValue(_classInput),
            Output = parsed.GetValue(_output),
            Constants = (parsed.GetValue(_constants) ?? []).Select(text => Constant(text)!.Value)
                .GroupBy(pair => pair.Name).ToDictionary(pairs => pairs.Key, pairs => pairs.Last().Value),
            Threads = threads,
        },
    };

    private static Option<string?> Name(string name, string description) =>
        new(name) { Description = description, HelpName = "NAME" };

    private static (string Name, float Value)? Constant(string text) =>
        text.LastIndexOf('=') is > 0 and var at
        && float.TryParse(text[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? (text[..at], value)
            : null;
}
