using System.CommandLine;
using Microsoft.ML.OnnxRuntime;
using MLNet.Gan.Tool.Commands;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool;

/// <summary>The command line of the tool.</summary>
/// <param name="output">The output.</param>
internal sealed class GanFid(ToolOutput output)
{
    private const int BadInput = 1, BadUsage = 2;

    /// <summary>Runs a command line.</summary>
    /// <returns>0 on success, 1 for input that cannot be used, 2 for a command line that cannot be parsed.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("""
            FID and its relatives: scores of generated images compared with real ones, each with its protocol.

            Images are a folder (with the folders in it) of .png, .jpg, .bmp, .gif, .webp, .pgm or .ppm files, an IDX file
            of gray images (as MNIST's, gzipped or not), a .npz file with bytes [N, H, W, 3] named arr_0, or an ONNX
            generator. Statistics are .npz files with mu and sigma, as pytorch-fid and 'gan-fid stats' write them; in a file
            with both, mu and sigma are for FID, the images for the rest. Options name other arrays. Tables are text files,
            such as CSV.
            """)
        {
            ImportCommand.Of(output),
            StatsCommand.Of(output),
            ScoreCommand.Of(output),
            TableCommand.Of(output),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                output.WriteError(problem.Message);
            output.Errors.WriteLine("See 'gan-fid --help' or, for instance, 'gan-fid score --help'.");
            return BadUsage;
        }

        try
        {
            return parsed.Invoke(new() { Output = output.Results, Error = output.Errors, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException
            or InvalidOperationException or ArgumentException or OnnxRuntimeException)
        {
            output.WriteError(e.Message);
            return BadInput;
        }
    }
}
