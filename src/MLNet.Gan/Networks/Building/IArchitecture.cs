namespace MLNet.Gan;

/// <summary>An architecture, which creates a generator and a discriminator.</summary>
/// <remarks>
/// Networks take labels [N] of 64-bit integers as their second input, null where there are no classes. They are created
/// on the device, and their weights drawn from the random number generator, of <see cref="NetworkSpec"/>. The generator
/// must be an <see cref="IOnnxNetwork"/>, since a trained generator is stored as ONNX. <c>Architecture.Of</c> creates
/// an architecture from TorchSharp modules.
/// </remarks>
public interface IArchitecture : IChoice
{
    /// <summary>The length of a latent vector.</summary>
    int LatentSize { get; }

    /// <summary>Returns whether generated values lie in [−1, 1], so that the data must too.</summary>
    bool IsBounded(SampleShape shape);

    /// <summary>Creates a generator, which maps latents [N, LatentSize] and labels [N] to samples [N, …].</summary>
    nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec);

    /// <summary>
    /// Creates a discriminator, which maps samples [N, …] and labels [N] to logits [N], differentiable with respect to
    /// the samples, as gradient penalties need.
    /// </summary>
    nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec);
}
