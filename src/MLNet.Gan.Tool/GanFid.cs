using System.CommandLine;
using Microsoft.ML.OnnxRuntime;
using MLNet.Gan.Tool.Commands;
using MLNet.Gan.Tool.Progress;

namespace MLNet.Gan.Tool;

/// <summary>The tool: what it is told on the command line, and where it writes.</summary>
/// <param name="output">Where results go.</param>
/// <param name="error">Where complaints go.</param>
/// <param name="progress">How long work is shown.</param>
internal sealed class GanFid(TextWriter output, TextWriter error, IProgressDisplay progress)
{
    private const int BadInput = 1, BadUsage = 2;

    /// <summary>Where results go.</summary>
    public TextWriter Output => output;

    /// <summary>How long work is shown.</summary>
    public IProgressDisplay Progress => progress;

    /// <summary>Carries out a command line.</summary>
    /// <returns>0 when all went well, 1 for input that cannot be used, 2 for a command line without sense.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("""
            FID and its relatives: numbers that say how generated images compare with real ones, each with its protocol.

            Images are a folder (with the folders in it), an IDX file of grey images (as MNIST's, gzipped or not), a
            .npz file with bytes [N, H, W, 3] named arr_0, or an ONNX generator. Statistics are .npz files with mu and
            sigma, as pytorch-fid and 'gan-fid stats' write them.
            """)
        {
            ImportCommand.Of(this),
            StatsCommand.Of(this),
            ScoreCommand.Of(this),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var complaint in parsed.Errors)
                Complain(complaint.Message);
            error.WriteLine("See 'gan-fid --help' or, for instance, 'gan-fid score --help'.");
            return BadUsage;
        }

        try
        {
            return parsed.Invoke(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException
            or InvalidOperationException or ArgumentException or OnnxRuntimeException)
        {
            Complain(e.Message);
            return BadInput;
        }
    }

    /// <summary>Writes one line to the error stream.</summary>
    public void Complain(string message) => error.WriteLine($"gan-fid: {message.ReplaceLineEndings(" ")}");
}
