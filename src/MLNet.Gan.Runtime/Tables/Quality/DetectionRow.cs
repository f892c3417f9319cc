using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>A row that a classifier has to tell from others.</summary>
internal sealed class DetectionRow
{
    /// <summary>Whether it is synthetic.</summary>
    public bool Label { get; set; }

    /// <summary>Its values.</summary>
    public VBuffer<float> Features { get; set; }
}
