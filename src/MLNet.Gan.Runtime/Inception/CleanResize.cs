namespace MLNet.Gan.Metrics;

/// <summary>
/// The preprocessing of clean-fid (Parmar et al., 2022): PIL's bicubic resize of floats (a = −0.5), antialiased when it
/// downsamples, clipped to [0, 255] and not rounded, then (x − 128)/128.
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
