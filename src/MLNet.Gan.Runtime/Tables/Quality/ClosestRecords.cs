namespace MLNet.Gan.Metrics;

/// <summary>Measures whether synthetic rows are nearer to training rows than to holdout rows.</summary>
internal static class ClosestRecords
{
    private const double Low = 0.05;

    /// <summary>Measures the distances of synthetic rows to training and holdout rows, of which there are equally many.</summary>
    public static TableMemorization Measure(FeatureSet training, FeatureSet holdout, FeatureSet synthetic, double confidence)
    {
        var (own, other) = (NearestNeighbor.Of(training, synthetic), NearestNeighbor.Of(holdout, synthetic));
        var nearer = own.Zip(other, (one, two) => one.Distance < two.Distance ? 1 : one.Distance == two.Distance ? 0.5 : 0).Average();
        double[] ratios = [.. own.Zip(other, (one, two) => Distribution.Ratio(one.Distance, two.Distance))];
        var effective = EffectiveRows(own, other, training.Count + holdout.Count);
        return new()
        {
            NearerToTraining = nearer,
            Interval = WilsonInterval.Of(nearer, effective, confidence),
            EffectiveRows = effective,
            Records = (int)training.Count,
            SyntheticRows = (int)synthetic.Count,
            LowRatio = LowerQuantile(ratios, Low),
            MedianRatio = LowerQuantile(ratios, 0.5),
            TrainingDistances = [.. own.Select(neighbor => neighbor.Distance).Order()],
            HoldoutDistances = [.. other.Select(neighbor => neighbor.Distance).Order()],
        };
    }

    /// <summary>
    /// n² / (t + (Σ cᵢ² − u² / N) N / (N − 1)), with t ties, u other rows, and cᵢ of them nearest to record i of N.
    /// </summary>
    internal static double EffectiveRows(Neighbor[] own, Neighbor[] other, long records)
    {
        (int Side, int Record)[] nearest =
        [
            .. own.Zip(other).Where(row => row.First.Distance != row.Second.Distance)
                .Select(row => row.First.Distance < row.Second.Distance ? (0, row.First.Index) : (1, row.Second.Index)),
        ];
        var squares = nearest.CountBy(record => record).Sum(record => (double)record.Value * record.Value);
        var variance = own.Length - nearest.Length + (squares - (double)nearest.Length * nearest.Length / records) * records / (records - 1);
        return (double)own.Length * own.Length / Math.Max(variance, 1);
    }

    /// <summary>A quantile without interpolation, which infinite ratios do not allow.</summary>
    private static double LowerQuantile(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));
}
