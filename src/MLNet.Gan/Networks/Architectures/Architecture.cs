using System.Runtime.CompilerServices;

namespace MLNet.Gan;

/// <summary>Creates architectures from the user's own networks, which are TorchSharp modules.</summary>
/// <remarks>
/// A function is called once for each network that is needed, and returns a new one each time: the trained generator,
/// its average and the exported copy are three. Weights may be drawn from TorchSharp's global generator, as its modules
/// do: while a function runs, that generator is seeded from <c>GanOptions.Seed</c>. The printed options contain the
/// functions' source text.
/// </remarks>
public static class Architecture
{
    /// <summary>Returns an architecture without classes.</summary>
    /// <param name="latentSize">The length of a latent vector L, at least 1.</param>
    /// <param name="generator">
    /// Creates a generator: latents [N, L] to samples [N, …]. A <c>Sequential</c> of TorchSharp's standard modules and
    /// <see cref="IOnnxLayer"/>s, or a module that is an <see cref="IOnnxLayer"/> itself.
    /// </param>
    /// <param name="discriminator">Creates a discriminator: samples [N, …] to logits [N] or [N, 1].</param>
    /// <param name="isBounded">
    /// Whether generated values lie in [−1, 1], so that the data must too; null (default): true if the samples are
    /// images.
    /// </param>
    /// <param name="generatorText">The source text of <paramref name="generator"/>, filled in by the compiler.</param>
    /// <param name="discriminatorText">
    /// The source text of <paramref name="discriminator"/>, filled in by the compiler.
    /// </param>
    public static IArchitecture Of(
        int latentSize, Func<NetworkSpec, nn.Module<Tensor, Tensor>> generator,
        Func<NetworkSpec, nn.Module<Tensor, Tensor>> discriminator, bool? isBounded = null,
        [CallerArgumentExpression(nameof(generator))] string generatorText = "",
        [CallerArgumentExpression(nameof(discriminator))] string discriminatorText = "")
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        return new ModuleArchitecture(
            Check.Positive(latentSize, nameof(latentSize)),
            spec => new UnconditionalGenerator(Made(generator(spec), nameof(generator))),
            spec => Made(discriminator(spec), nameof(discriminator)) switch
            {
                IFeatureDiscriminator features => new AdaptedFeatureDiscriminator((nn.Module)features, features),
                var plain => new AdaptedDiscriminator(plain),
            },
            ReadsLabels: false, isBounded, Text(latentSize, generatorText, discriminatorText, isBounded));
    }

    /// <summary>
    /// Returns an architecture whose networks read labels [N] of 64-bit integers, null where there are no classes.
    /// </summary>
    /// <param name="latentSize">The length of a latent vector L, at least 1.</param>
    /// <param name="generator">
    /// Creates a generator: latents [N, L] and labels to samples [N, …]. It is an <see cref="IOnnxNetwork"/>, such as a
    /// <see cref="ConditionalGenerator"/>. <see cref="NetworkSpec.Classes"/> is the number of classes.
    /// </param>
    /// <param name="discriminator">Creates a discriminator: samples [N, …] and labels to logits [N] or [N, 1].</param>
    /// <param name="isBounded">
    /// Whether generated values lie in [−1, 1], so that the data must too; null (default): true if the samples are
    /// images.
    /// </param>
    /// <param name="generatorText">The source text of <paramref name="generator"/>, filled in by the compiler.</param>
    /// <param name="discriminatorText">
    /// The source text of <paramref name="discriminator"/>, filled in by the compiler.
    /// </param>
    public static IArchitecture Of(
        int latentSize, Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> generator,
        Func<NetworkSpec, nn.Module<Tensor, Tensor?, Tensor>> discriminator, bool? isBounded = null,
        [CallerArgumentExpression(nameof(generator))] string generatorText = "",
        [CallerArgumentExpression(nameof(discriminator))] string discriminatorText = "")
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        return new ModuleArchitecture(
            Check.Positive(latentSize, nameof(latentSize)),
            spec => Made(generator(spec), nameof(generator)),
            spec => Made(discriminator(spec), nameof(discriminator)) switch
            {
                Discriminator whole => whole,
                IFeatureDiscriminator features => new AdaptedFeatureDiscriminator((nn.Module)features, features),
                var plain => new AdaptedDiscriminator(plain),
            },
            ReadsLabels: true, isBounded, Text(latentSize, generatorText, discriminatorText, isBounded));
    }

    private static T Made<T>(T? network, string role) where T : nn.Module => network ?? throw new InvalidOperationException(
        $"The function of the {role} in Architecture.Of returned null. Return a new module.");

    /// <summary>Returns the call's source text on one line.</summary>
    private static string Text(int latentSize, string generator, string discriminator, bool? isBounded) =>
        $"Architecture.Of({latentSize}, {OnOneLine(generator)}, {OnOneLine(discriminator)}"
            + (isBounded is { } bounded ? $", isBounded: {(bounded ? "true" : "false")})" : ")");

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
