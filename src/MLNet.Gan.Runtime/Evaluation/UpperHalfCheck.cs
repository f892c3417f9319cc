using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>
/// Refuses images of floats from 0 to 1 where −1 to 1 is expected: as bytes, all are from the middle to white, and reach
/// both.
/// </summary>
/// <param name="images">The column.</param>
/// <param name="isDeclared">Whether its range was declared, so that its values are meant as they are.</param>
internal sealed class UpperHalfCheck(ImageColumn images, bool isDeclared)
{
    private const int Fewest = 256;
    private const byte Middle = 127, NearMiddle = 130, NearWhite = 252;

    private readonly bool _isChecked = !isDeclared
        && images.Column.Type is VectorDataViewType { ItemType: NumberDataViewType item } && item == NumberDataViewType.Single;

    private long _count;
    private byte _least = byte.MaxValue, _most;

    /// <summary>Adds the pixels of an image.</summary>
    /// <exception cref="InvalidOperationException">The images so far use the values from 0 to 1.</exception>
    public void See(byte[] pixels)
    {
        if (!_isChecked || _least < Middle)
            return;
        _count += pixels.Length;
        _least = Math.Min(_least, pixels.Min());
        _most = Math.Max(_most, pixels.Max());
        if (_count >= Fewest && _least is >= Middle and <= NearMiddle && _most >= NearWhite)
            throw new InvalidOperationException(
                $"The values of column '{images.Column.Name}' lie from 0 to 1, but images have values from −1 to 1. "
                    + "Extract the pixels with ml.Transforms.ExtractPixels(…, offsetImage: 127.5f, scaleImage: 1 / 127.5f), or "
                    + $"set {nameof(InceptionOptions)}.{nameof(InceptionOptions.Range)} to PixelRange.Unit.");
    }
}
