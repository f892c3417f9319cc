namespace MLNet.Gan;

/// <summary>A row of images in memory that ML.NET reads.</summary>
internal sealed class ImageRow
{
    /// <summary>Pixels in [−1, 1].</summary>
    public float[] Features { get; set; } = [];

    /// <summary>The class from 0; ML.NET stores it as a key, which is one higher.</summary>
    public uint Label { get; set; }
}
