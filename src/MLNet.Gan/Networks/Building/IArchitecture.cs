namespace MLNet.Gan;

/// <summary>A family of generator and discriminator pairs.</summary>
/// <remarks>
/// Networks take labels [N] of 64-bit integers as their second input, null where there are no classes. They are made on
/// the device, with weights drawn from the random numbers, of <see cref="NetworkSpec"/>. The generator must be an
/// <see cref="IOnnxNetwork"/>, since a trained generator is kept as ONNX. <c>Architecture.Of</c> makes one of TorchSharp modules.
/// </remarks>
public interface IArchitecture : IChoice
{
    /// <summary>The length of a latent vector.</summary>
    int LatentSize { get; }

    /// <summary>Whether generated values lie in [−1, 1], so that the data must too.</summary>
    bool IsBounded(SampleShape shape);

    /// <summary>A fresh generator: latents [N, LatentSize] and labels [N] to samples [N, …].</summary>
    nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec);

    /// <summary>
    /// A fresh discriminator that looks at its samples, as gradient penalties need: samples [N, …] and labels [N] to
    /// logits [N].
    /// </summary>
    nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec);
}
