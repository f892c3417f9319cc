using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// Refuses a column of images whose floats use the range from 0 to 1, where −1 to 1 is expected: generators would learn
/// half of their range, and scores and pictures would show gray for black. Bright, dark and constant images are not refused.
/// </summary>
/// <param name="column">The column's name.</param>
internal sealed class FeatureRange(string column)
{
    private readonly ValueRange _range = new(PixelRange.PlusMinusOne, IsDeclared: false);
    private bool _isSigned;

    /// <summary>Returns a check of a column of floats; null for bytes and images, whose range is known.</summary>
    public static FeatureRange? Of(DataViewSchema.Column column) =>
        column.Type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single ? new(column.Name) : null;

    /// <summary>Adds a sample.</summary>
    public void See(ReadOnlySpan<float> sample)
    {
        if (_isSigned)
            return; // Most columns show it in their first row.
        _range.Add(sample);
        _isSigned = _range.Seen.Least < 0;
    }

    /// <summary>Checks all samples.</summary>
    /// <exception cref="InvalidOperationException">They use the range from 0 to 1.</exception>
    public void Complete()
    {
        if (!_isSigned && _range.Misfit() is { Fitting: { } fitting } misfit && fitting == PixelRange.Unit)
            throw new InvalidOperationException(
                $"The values of column '{column}' {misfit.Message}, as this architecture generates. Extract the pixels with "
                    + $"ml.Transforms.ExtractPixels(…{PixelRange.PlusMinusOne.ExtractPixelsArguments}), or make 2 v − 1 of each value v.");
    }
}
