namespace MLNet.Gan.Tests.Support;

/// <summary>An augmentation that does as it is told.</summary>
internal sealed record SpyAugmentation(Func<Tensor, AugmentationDraw, Tensor> Change) : IAugmentation
{
    public bool Suits(SampleShape shape) => true;

    public Tensor Apply(Tensor samples, AugmentationDraw draw) => Change(samples, draw);
}
