using System.Globalization;

namespace MLNet.Gan;

/// <summary>Collects the range of the pixels of images, and compares it with the range that they should have.</summary>
/// <remarks>
/// Values outside of a range are common: generators without tanh exceed it a little. So a misfit is many values far
/// outside, or values that use another usual range from end to end. Fewer values than <see cref="Fewest"/> show nothing.
/// </remarks>
/// <param name="Expected">The values of black and white.</param>
/// <param name="IsDeclared">Whether the range was declared, so that values from 0 to 1 are meant as they are.</param>
internal sealed record ValueRange(PixelRange Expected, bool IsDeclared)
{
    private const int Fewest = 256;
    private const float Slack = 1e-3f, NearEnd = 0.02f, Tolerance = 0.2f, ClippedPart = 0.025f;

    private long _count, _clipped, _beyond, _farBeyond, _negative;
    private float _least = float.PositiveInfinity, _most = float.NegativeInfinity;
    private bool _hasFractions;

    /// <summary>The smallest and the largest value.</summary>
    public (float Least, float Most) Seen => (_least, _most);

    /// <summary>Whether all values lie in the upper half of [−1, 1], which was not declared, and are not all equal.</summary>
    public bool IsUpperHalf =>
        !IsDeclared && Expected == PixelRange.PlusMinusOne && _count >= Fewest && _least >= 0 && _most > _least && _most <= 1 + Slack;

    /// <summary>
    /// The usual range that the values use: −1 to 1 if some are negative and all are inside, or else the one that their misfit
    /// fits; null where nothing shows it. Only for values that should lie from −1 to 1.
    /// </summary>
    public PixelRange? Usual => Misfit() is { } misfit ? misfit.Fitting
        : _count >= Fewest && _negative > 0.05 * _count && _least >= -1 - Tolerance && _most <= 1 + Tolerance ? PixelRange.PlusMinusOne
        : null;

    /// <summary>Whether many values lie far outside of the range, which even one image shows.</summary>
    public bool IsFar => _count >= Fewest && (_farBeyond > 0.01 * _count || _beyond > 0.1 * _count);

    /// <summary>
    /// The share of values that are clearly clipped, being more than a fortieth of the range's width outside of it (1.05 for
    /// [−1, 1]), if it is above 1 %; else null.
    /// </summary>
    public double? ClippedShare => _count >= Fewest && _clipped > 0.01 * _count ? (double)_clipped / _count : null;

    /// <summary>Adds values.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        var width = Expected.White - Expected.Black;
        var (low, high, far) = (Expected.Black - width / 2, Expected.White + width / 2, width / 2);
        var (lowest, highest) = (Expected.Black - ClippedPart * width, Expected.White + ClippedPart * width);
        foreach (var value in values)
        {
            if (float.IsNaN(value))
                continue; // Readers refuse these with the place.
            if (value > highest || value < lowest)
                _clipped++;
            if (value > high || value < low)
            {
                _beyond++;
                if (value > high + far || value < low - far)
                    _farBeyond++;
            }

            if (value < -0.1f)
                _negative++;
            _least = Math.Min(_least, value);
            _most = Math.Max(_most, value);
            if (!_hasFractions)
                _hasFractions = value != MathF.Floor(value);
        }

        _count += values.Length;
    }

    /// <summary>Returns what is wrong with the values; null where nothing is, or where there are too few.</summary>
    public RangeMisfit? Misfit()
    {
        if (_count < Fewest)
            return null;
        var isUnit = !IsDeclared && Expected == PixelRange.PlusMinusOne
            && _least is >= 0 and <= NearEnd && _most is >= 1 - NearEnd and <= 1 + Slack;
        var isTooSmall = Expected == PixelRange.Bytes && _most <= 1 + Slack && _hasFractions;
        var isSigned = Expected == PixelRange.Unit && _least >= -1 - Slack && _most <= 1 + Slack && _negative > 0.05 * _count;
        return IsFar || isUnit || isTooSmall || isSigned ? new(MisfitTo(Expected), Expected, Fitting()) : null;
    }

    /// <summary>Returns where the values lie and should lie, as the end of a sentence.</summary>
    public string MisfitTo(PixelRange expected) => string.Create(CultureInfo.InvariantCulture,
        $"lie from {_least:G4} to {_most:G4}, but they should lie from {expected.Black:G4} to {expected.White:G4}");

    /// <summary>What is clipped, as the end of a sentence and advice; null if it is little.</summary>
    public string? Clipping => ClippedShare is { } share ? $"{MisfitTo(Expected)}: {Clipped(share)}" : null;

    private static string Clipped(double share) => string.Create(CultureInfo.InvariantCulture,
        $"{100 * share:0.#} % of them are clipped to black or white, as after a normalization by the means and deviations of a data set. Undo it, or scale them.");

    /// <summary>
    /// Returns the smallest usual range that has all values, within a tenth of its width, and of which they are no small
    /// part; null if none is.
    /// </summary>
    private PixelRange? Fitting() => new[] { PixelRange.Unit, PixelRange.PlusMinusOne, PixelRange.Bytes }.FirstOrDefault(range =>
        range != Expected && _least >= range.Black - (range.White - range.Black) / 10
        && _most <= range.White + (range.White - range.Black) / 10 && _most - _least >= (range.White - range.Black) / 10);
}
