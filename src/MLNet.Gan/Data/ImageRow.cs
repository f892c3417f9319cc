namespace MLNet.Gan.Data;

/// <summary>An image as ML.NET reads it from memory.</summary>
internal sealed class ImageRow
{
    /// <summary>Pixels in [−1, 1].</summary>
    public float[] Features { get; set; } = [];

    /// <summary>The class as a key, from 1.</summary>
    public uint Label { get; set; }
}
