using MLNet.Gan.Benchmarks.Training.Eager;
using static TorchSharp.torch;

namespace MLNet.Gan.Benchmarks.Training.Products;

/// <summary>
/// The matrix products and convolutions of a step of a <see cref="TrainingCase"/> by formulas (decision 0007) and nothing else: the
/// limit of any training on the same libtorch that computes the same.
/// </summary>
internal sealed class StepProducts
{
    private readonly IReadOnlyList<IProductLayer> _generator, _discriminator;
    private readonly int _batch;
    private readonly string _game;

    private StepProducts(IReadOnlyList<IProductLayer> generator, IReadOnlyList<IProductLayer> discriminator, int batch, string game) =>
        (_generator, _discriminator, _batch, _game) = (generator, discriminator, batch, game);

    /// <summary>Those of a case; null where they are not listed. Vectors and heads with one output are left out.</summary>
    public static StepProducts? Of(string network, string game)
    {
        var batch = EagerNetwork.Find(network).Batch;
        return network switch
        {
            nameof(Mlp) => new(
                [new LinearProducts(8, 128), new LinearProducts(128, 128), new LinearProducts(128, 128), new LinearProducts(128, 2)],
                [new LinearProducts(2, 128), new LinearProducts(128, 128), new LinearProducts(128, 128)], batch, game),
            nameof(Dcgan) => new(
                [
                    new LinearProducts(64, 64 * 7 * 7), new ConvolutionProducts(32, 64, 14, isTransposed: true),
                    new LinearProducts(32, 4 * 4, rows: 14 * 14),
                ],
                [new LinearProducts(4 * 4, 32, rows: 14 * 14), new ConvolutionProducts(32, 64, 14)], batch, game),
            _ => null,
        };
    }

    /// <summary>Computes them.</summary>
    public void Run()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var isWasserstein = _game == "WGAN-GP";
        for (var update = 0; update < (isWasserstein ? 5 : 1); update++)
        {
            using var turn = NewDisposeScope();
            Forward(_generator, _batch);
            if (isWasserstein)
            {
                Update(2 * _batch, differentiated: 0);
                Update(_batch, differentiated: _batch);
            }
            else
            {
                Update(2 * _batch, _game == "non-saturating, R1" ? _batch : 2 * _batch);
            }
        }

        if (_game == "relativistic, R1, R2")
            Forward(_discriminator, _batch);
        Forward(_generator, _batch);
        Forward(_discriminator, _batch);
        Pull(_discriminator, _batch, ofInput: _batch);
        Pull(_generator, _batch, ofInput: 0);
        Weights(_generator, _batch);
    }

    /// <summary>The discriminator's products of a loss, and of a penalty on the gradients of some samples.</summary>
    private void Update(int samples, int differentiated)
    {
        Forward(_discriminator, samples);
        Pull(_discriminator, samples, differentiated);
        if (differentiated > 0)
            Forward(_discriminator, differentiated); // pushes the penalty's derivatives forward
        Weights(_discriminator, samples);
    }

    private static void Forward(IReadOnlyList<IProductLayer> layers, int samples)
    {
        foreach (var layer in layers)
            layer.Forward(samples);
    }

    private static void Pull(IReadOnlyList<IProductLayer> layers, int samples, int ofInput)
    {
        foreach (var layer in layers.Skip(1))
            layer.Pull(samples);
        if (ofInput > 0)
            layers[0].Pull(ofInput);
    }

    private static void Weights(IReadOnlyList<IProductLayer> layers, int samples)
    {
        foreach (var layer in layers)
            layer.Weights(samples);
    }
}
