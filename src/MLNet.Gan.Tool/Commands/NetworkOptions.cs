using System.CommandLine;
using MLNet.Gan.Tool.Scoring;

namespace MLNet.Gan.Tool.Commands;

/// <summary>The options of the network that images are compared with.</summary>
internal sealed class NetworkOptions
{
    private static readonly string[] Preprocessings = ["tensorflow", "pytorch-fid", "clean"];

    private readonly Option<string?> _network = new("--network", "-n")
    {
        Description = "What turns images into features: 'inception' (the default, to be imported once; one of several by its "
            + "file's name, such as 'inception-6726825d'), 'resnet18' "
            + "(ML.NET's, from NuGet's folder; its numbers are not FID), or an ONNX file that takes images "
            + "[N, C, H, W] or [N, H, W, C] as floats in [-1, 1] or bytes, with N, H and W of any or of one size.",
        HelpName = "NAME|FILE.onnx",
    };

    private readonly Option<string?> _preprocessing = new("--preprocessing", "-p")
    {
        Description = "How 'inception' resizes images: as TensorFlow's tools and StyleGAN do, as pytorch-fid, or as "
            + "clean-fid.",
    };

    private readonly Option<string?> _output = new("--feature-output")
    {
        Description = "The output of features of an ONNX file that has several.",
        HelpName = "NAME",
    };

    private readonly Option<int?> _batch = Numbers.AtLeast(1, "--batch", "Images that go through the network at once [default: 16]");

    private readonly Option<int?> _threads = Numbers.AtLeast(1, "--threads", "CPU threads [default: all]");

    public NetworkOptions() => _preprocessing.AcceptOnlyFromAmong(Preprocessings);

    public void AddTo(Command command)
    {
        command.Options.Add(_network);
        command.Options.Add(_preprocessing);
        command.Options.Add(_output);
        command.Options.Add(_batch);
        command.Options.Add(_threads);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_preprocessing) is { } name && result.GetValue(_network) is { } network
                && network != NetworkTable.Inception && !network.StartsWith($"{NetworkTable.Inception}-", StringComparison.Ordinal))
                result.AddError($"--preprocessing {name} is for the Inception network; '{network}' does its own.");
        });
    }

    public NetworkRequest Of(ParseResult parsed) => new(
        parsed.GetValue(_network), parsed.GetValue(_preprocessing), parsed.GetValue(_batch) ?? 16,
        parsed.GetValue(_threads) ?? 0)
    {
        Output = parsed.GetValue(_output),
    };
}
