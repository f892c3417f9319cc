using System.Globalization;

namespace MLNet.Gan;

/// <summary>An exported ONNX file, and how closely it matches the trained network.</summary>
/// <param name="Path">The file.</param>
/// <param name="MaxAbsoluteDifference">
/// The largest difference from the trained network's outputs on 256 random latents, in the units of the samples.
/// </param>
/// <param name="Bytes">The size of the file.</param>
public sealed record OnnxExport(string Path, double MaxAbsoluteDifference, long Bytes)
{
    /// <summary>Returns the export on one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Path} ({Bytes} bytes; differs from the trained network by at most {MaxAbsoluteDifference:G3})");
}
