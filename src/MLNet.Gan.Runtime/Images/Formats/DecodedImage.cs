namespace MLNet.Gan;

/// <summary>An image as pytorch-fid and clean-fid decode it, by PIL's convert('RGB').</summary>
/// <param name="Planes">Its pixels.</param>
internal sealed record DecodedImage(ImagePlanes Planes)
{
    /// <summary>What of the file its pixels do not show.</summary>
    public IReadOnlyList<ImageTrait> Traits { get; init; } = [];

    /// <summary>
    /// The largest value of a file with 16 bits per color, as one of 65535 and rounded up to the next multiple of 256 less 1;
    /// null for other files.
    /// </summary>
    public int? LargestDeepValue { get; init; }
}
