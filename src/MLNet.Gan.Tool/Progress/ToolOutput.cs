namespace MLNet.Gan.Tool.Progress;

/// <summary>The output of the tool.</summary>
/// <param name="Results">The stream of results.</param>
/// <param name="Errors">The stream of error messages.</param>
/// <param name="Progress">The display of long work.</param>
internal sealed record ToolOutput(TextWriter Results, TextWriter Errors, IProgressDisplay Progress)
{
    /// <summary>Writes an error message on one line.</summary>
    public void WriteError(string message) => Errors.WriteLine($"gan-fid: {message.ReplaceLineEndings(" ")}");
}
