using MLNet.Gan.Metrics;

namespace FashionMnist;

/// <summary>The samples' scores between the best and the worst that the same protocol can give.</summary>
internal sealed record DemoScores(GanScores Samples, Score Floor, Score Ceiling)
{
    public double LabelAccuracy => Samples.LabelAccuracy!.Overall;

    public double ClassifierAccuracy => Samples.RealLabelAccuracy!.Overall;

    public double TimesBelowNoise => Ceiling.Value / Samples.Frechet.Value;

    public bool LabelsAreGood => LabelAccuracy >= 0.80;

    public bool ClassifierIsGood => ClassifierAccuracy >= 0.88;

    public bool DistanceIsGood => TimesBelowNoise >= 10;

    public bool IsGood => LabelsAreGood && ClassifierIsGood && DistanceIsGood;
}
