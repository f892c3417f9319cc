namespace MLNet.Gan;

/// <summary>
/// Which part of an image is kept, and which part of the result it fills; the rest of the result is black.
/// </summary>
/// <param name="Source">The part of the image.</param>
/// <param name="Target">The part of the result.</param>
public sealed record ResizePlan(ImageArea Source, ImageArea Target);
