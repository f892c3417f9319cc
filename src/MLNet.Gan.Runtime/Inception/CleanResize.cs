namespace MLNet.Gan.Metrics;

/// <summary>
/// What clean-fid does (Parmar et al., 2022): PIL's bicubic resize of floats (a = −0.5), which smooths what it shrinks,
/// clipped to [0, 255] and not rounded, then (x − 128)/128.
/// </summary>
public sealed record CleanResize : IPreprocessing
{
    /// <inheritdoc/>
    public string Name => "clean";

    /// <inheritdoc/>
    public OnnxValue AddTo(OnnxGraph graph, OnnxValue pixels)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Resize.Centered(graph, Resize.Bicubic(graph, pixels, InceptionGraph.Side));
    }
}
