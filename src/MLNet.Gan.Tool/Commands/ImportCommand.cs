using System.CommandLine;
using MLNet.Gan.Metrics;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Converts the weights of the Inception network to the ONNX file that the scores need.</summary>
internal static class ImportCommand
{
    public static Command Of(ToolOutput output)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "pt_inception-2015-12-05-6726825d.pth, as pytorch-fid publishes it.",
        };
        var command = new Command("import", "Import the Inception network that FID is defined by, once for each user.")
        {
            file,
        };
        command.SetAction(parsed =>
        {
            var imported = Import(parsed.GetRequiredValue(file));
            output.Results.WriteLine(imported);
            var name = Path.GetFileNameWithoutExtension(imported);
            if (!name.EndsWith(AuthorsNetwork.Weights, StringComparison.Ordinal))
                output.WriteError($"Its weights are not those of FID's authors, whose file has a SHA-256 that begins with "
                    + $"{AuthorsNetwork.Weights}, so its scores are not named FID. Choose it with --network {name}.");
        });
        return command;
    }

    private static string Import(string path) => File.Exists(path)
        ? InceptionImport.Import(path, InceptionCache.OfUser)
        : throw new FileNotFoundException($"There is no file '{path}'.");
}
