using System.CommandLine;
using MLNet.Gan.Tool.Images;

namespace MLNet.Gan.Tool.Commands;

/// <summary>The options for reading or generating images.</summary>
internal sealed class ImageOptions
{
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

    private readonly Option<string> _range = new("--range")
    {
        Description = "The range of generated values: [-1, 1] or [0, 1].",
        DefaultValueFactory = _ => "-1..1",
    };

    private readonly Option<bool> _skipBad = new("--skip-bad")
    {
        Description = "Leave out image files that cannot be read, instead of ending with an error; they are counted and named.",
    };

    private readonly Option<bool> _recursive = new("--recursive")
    {
        Description = "Search the folders in a folder, too, as clean-fid does; '--recursive false' does not, as pytorch-fid.",
        DefaultValueFactory = _ => true,
    };

    private readonly Option<string[]> _suffixes = new("--suffix")
    {
        Description = "Read the files of a folder whose names end so, such as _fake.png, and no others; can be given several times "
            + "[default: the extensions of formats that can be read]",
        HelpName = "END",
    };

    public ImageOptions()
    {
        _latents.AcceptOnlyFromAmong("normal", "uniform");
        _range.AcceptOnlyFromAmong("-1..1", "0..1");
        _suffixes.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Length == 0))
                result.AddError("--suffix must not be empty.");
        });
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[
            _count, _seed, _latentSize, _labels, _latents, _range, _skipBad, _recursive, _suffixes])
            command.Options.Add(option);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="threads">The number of CPU threads of a generator; 0 for all.</param>
    public ImageRequest Of(ParseResult parsed, int threads) => new()
    {
        Count = parsed.GetValue(_count),
        Seed = parsed.GetValue(_seed),
        SkipsBad = parsed.GetValue(_skipBad),
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
            IsFromZero = parsed.GetValue(_range) == "0..1",
            Threads = threads,
        },
    };
}
