
namespace MLNet.Gan.Tests.Augmentations;

/// <summary>Samples to change, and samples changed, all of them, by one seed.</summary>
internal static class Augmented
{
    /// <summary>Images of noise in [−1, 1].</summary>
    public static Tensor Images(int channels, int height, int width, int count = 200) =>
        rand([count, channels, height, width], generator: new Generator(8)) * 2 - 1;

    /// <summary>The same image many times over.</summary>
    public static Tensor Copies(Tensor image, int count) => image.unsqueeze(0).repeat(count, 1, 1, 1);

    public static Tensor By(IAugmentation augmentation, Tensor samples, long step = 0)
    {
        using var random = new Generator(6);
        return augmentation.Apply(samples, new(step, Probability: 1, random));
    }

    /// <summary>How often each set of values occurs among the samples, by its values as text.</summary>
    public static Dictionary<string, int> Counts(Tensor samples) => Enumerable.Range(0, (int)samples.shape[0])
        .GroupBy(row => Text(samples[row])).ToDictionary(group => group.Key, group => group.Count());

    public static string Text(Tensor values) =>
        string.Join(' ', Support.AssertTensor.Values(values).Select(value => Math.Round(value, 5)));
}
