namespace FashionMnist;

/// <summary>How much the demo does, and when it stops training in any case.</summary>
internal sealed record DemoPlan(int Steps, int ClassifierEpochs, int Samples, TimeSpan TrainingLimit)
{
    public static DemoPlan Full { get; } = new(Steps: 7_000, ClassifierEpochs: 3, Samples: 10_000, TimeSpan.FromMinutes(8));

    public static DemoPlan Quick { get; } = new(Steps: 600, ClassifierEpochs: 1, Samples: 2_000, TimeSpan.FromSeconds(45));
}
