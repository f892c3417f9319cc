namespace MLNet.Gan;

/// <summary>An image as ML.NET reads it from memory.</summary>
internal sealed class ImageRow
{
    /// <summary>Pixels in [−1, 1].</summary>
    public float[] Features { get; set; } = [];

    /// <summary>The class from 0; ML.NET makes the key of it, which is one more.</summary>
    public uint Label { get; set; }
}
