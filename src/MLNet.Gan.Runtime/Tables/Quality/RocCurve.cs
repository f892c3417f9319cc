namespace MLNet.Gan.Metrics;

/// <summary>The curve of true positives over false positives.</summary>
internal static class RocCurve
{
    /// <summary>
    /// The area under the curve: the chance that a positive row has a higher score than a negative one, where equal scores count half
    /// (Hanley &amp; McNeil, 1982).
    /// </summary>
    /// <param name="scores">The scores, finite.</param>
    /// <param name="arePositive">Whether each row is positive; some are, and some are not.</param>
    public static double Area(double[] scores, bool[] arePositive)
    {
        var ranks = SpearmanCorrelation.Ranks(scores);
        double positives = arePositive.Count(isPositive => isPositive);
        var sum = ranks.Where((_, row) => arePositive[row]).Sum();
        return (sum - positives * (positives + 1) / 2) / (positives * (scores.Length - positives));
    }
}
