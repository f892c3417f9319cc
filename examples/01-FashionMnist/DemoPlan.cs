namespace FashionMnist;

/// <summary>How much the demo does.</summary>
internal sealed record DemoPlan(int Steps, int JudgeEpochs, int Samples)
{
    public static DemoPlan Full { get; } = new(Steps: 8_000, JudgeEpochs: 4, Samples: 10_000);

    public static DemoPlan Quick { get; } = new(Steps: 600, JudgeEpochs: 1, Samples: 2_000);
}
