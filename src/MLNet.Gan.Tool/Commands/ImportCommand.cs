using System.CommandLine;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Turns the weights of the Inception network into the ONNX file that the scores need.</summary>
internal static class ImportCommand
{
    public static Command Of(GanFid tool)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "pt_inception-2015-12-05-6726825d.pth, or classify_image_graph_def.pb of TensorFlow.",
        };
        var command = new Command("import", "Import the Inception network that FID is defined by, once for each user.")
        {
            file,
        };
        command.SetAction(parsed => tool.Output.WriteLine(Import(parsed.GetRequiredValue(file))));
        return command;
    }

    /// <summary>The one place where the library's importer is called; gives the path of the ONNX file.</summary>
    private static string Import(FileInfo file) => file.Exists
        ? throw new FormatException(
            $"'{file.FullName}' cannot be imported by this build. Name an ONNX network with --network instead.")
        : throw new FileNotFoundException($"There is no file '{file.FullName}'.");
}
