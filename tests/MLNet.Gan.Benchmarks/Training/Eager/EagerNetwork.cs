using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Benchmarks.Training.Eager;

/// <summary>A generator and a discriminator of TorchSharp's own modules, as peers/training.py has them.</summary>
/// <param name="Latent">The size of a latent.</param>
/// <param name="Batch">How many samples a batch has.</param>
/// <param name="Shape">The shape of a sample.</param>
/// <param name="Generator">Makes the generator, [N, Latent] to [N, Shape].</param>
/// <param name="Discriminator">Makes the discriminator, [N, Shape] to [N].</param>
internal sealed record EagerNetwork(int Latent, int Batch, long[] Shape,
    Func<Module<Tensor, Tensor>> Generator, Func<Module<Tensor, Tensor>> Discriminator)
{
    private const double Slope = 0.2;

    private static readonly Dictionary<string, EagerNetwork> All = new()
    {
        ["Mlp"] = new(8, 256, [2],
            () => Sequential(
                Linear(8, 128), ReLU(), Linear(128, 128), ReLU(), Linear(128, 128), ReLU(), Linear(128, 2)),
            () => Sequential(
                Linear(2, 128), LeakyReLU(Slope), Linear(128, 128), LeakyReLU(Slope), Linear(128, 128),
                LeakyReLU(Slope), Linear(128, 1), Flatten(0))),
        ["Dcgan"] = new(64, 64, [1, 28, 28],
            () => Sequential(
                Linear(64, 64 * 7 * 7), Unflatten(1, [64, 7, 7]), BatchNorm2d(64), ReLU(),
                ConvTranspose2d(64, 32, 4, stride: 2, padding: 1), BatchNorm2d(32), ReLU(),
                ConvTranspose2d(32, 1, 4, stride: 2, padding: 1), Tanh()),
            () => Sequential(
                Conv2d(1, 32, 4, stride: 2, padding: 1), LeakyReLU(Slope),
                Conv2d(32, 64, 4, stride: 2, padding: 1), LeakyReLU(Slope),
                Flatten(), Linear(64 * 7 * 7, 1), Flatten(0))),
        ["SnganResNet"] = new(128, 64, [3, 32, 32],
            () => Sequential(
                Linear(128, 32 * 4 * 4), Unflatten(1, [32, 4, 4]), new UpsamplingBlock(32), new UpsamplingBlock(32), new UpsamplingBlock(32),
                BatchNorm2d(32), ReLU(), Conv2d(32, 3, 3, padding: 1), Tanh()),
            () => Sequential(
                new DownsamplingBlock(3, 32, isFirst: true, halves: true), new DownsamplingBlock(32, 32, isFirst: false, halves: true),
                new DownsamplingBlock(32, 32, isFirst: false, halves: false), new DownsamplingBlock(32, 32, isFirst: false, halves: false),
                new SumPool(), SpectralNorm.Linear(32, 1), Flatten(0))),
    };

    /// <summary>The networks of a name in <see cref="TrainingCases"/>.</summary>
    public static EagerNetwork Find(string name) => All[name];

    /// <summary>All weights in the order of modules, and then all running values.</summary>
    public static IReadOnlyList<Tensor> State(Module network) =>
    [
        .. network.parameters(),
        .. network.named_buffers().Where(item => !item.name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            .Select(item => item.buffer),
    ];
}
