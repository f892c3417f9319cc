namespace MLNet.Gan;

/// <summary>Whether networks of the user's own can be trained, averaged and exported, by passes on noise.</summary>
internal static class NetworkCheck
{
    // Equal networks differ by rounding, which is coarser on a GPU; different ones differ by about what they compute.
    private const double RoundingOnCpu = 1e-4;
    private const double RoundingOnGpu = 1e-2;

    /// <summary>Checks a generator, in training mode, and its averaged copy.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="average">A generator with the same parameters and buffers, in evaluation mode.</param>
    /// <param name="another">One more of these.</param>
    /// <param name="latents">Latents [N, L], N at least 2.</param>
    /// <param name="labels">Labels [N]; null without classes.</param>
    /// <exception cref="InvalidOperationException">The generator fails, or depends on more than its parameters and buffers.</exception>
    public static void Generator(
        nn.Module<Tensor, Tensor?, Tensor> generator, nn.Module<Tensor, Tensor?, Tensor> average,
        nn.Module<Tensor, Tensor?, Tensor> another, Tensor latents, Tensor? labels)
    {
        Checked(generator, "generator", latents, labels);

        using var _ = no_grad();
        var samples = average.forward(latents, labels);
        if (samples.dim() == 0 || samples.size(0) != latents.size(0))
            return; // The shape is refused where real samples lie beside it.

        var name = generator.TypeName();
        var (rows, half) = (latents.size(0), latents.size(0) / 2);
        if (!AreClose(samples, average.forward(latents, labels)))
            throw Refused(generator, $"In evaluation mode, the generator {name} computes different samples from the same latents, so its "
                + "exported file could not compute what it does", "Draw no random numbers in forward then");
        if (!AreClose(samples, another.forward(latents, labels)))
            throw Refused(generator, $"Two generators {name} with the same parameters and buffers compute different samples, so the "
                + "averaged generator would not be the one that was trained", "Register what else it computes with");
        if (half > 0 && !AreClose(samples.narrow(0, 0, half), average.forward(latents.narrow(0, 0, half), labels?.narrow(0, 0, half))))
            throw Refused(generator, $"In evaluation mode, a sample of the generator {name} depends on the other {rows - 1} of its batch, "
                + "so its exported file could not compute what it does", "Normalize by running averages then");
    }

    /// <summary>Checks a discriminator whose parameters require gradients.</summary>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="samples">What it is shown [N, …].</param>
    /// <param name="labels">Labels [N]; null without classes.</param>
    /// <exception cref="InvalidOperationException">The discriminator fails, or cannot learn.</exception>
    public static void Discriminator(nn.Module<Tensor, Tensor?, Tensor> discriminator, Tensor samples, Tensor? labels)
    {
        var logits = Checked(discriminator, "discriminator", samples, labels);
        if (!logits.requires_grad)
            throw new InvalidOperationException(
                $"{discriminator.TypeName()} returned logits without a graph to its parameters. Training needs it: "
                    + "use tensor "
                    + "operations, without detach() or no_grad(), and leave requires_grad of a parameter true.");
    }

    /// <summary>
    /// The output of a pass, checked for parameters that are not listed, buffers that are not finite, and changes of the input.
    /// </summary>
    private static Tensor Checked(nn.Module<Tensor, Tensor?, Tensor> network, string role, Tensor input, Tensor? labels)
    {
        using var before = input.clone();
        var output = HiddenParameters.Checked(network, role, () => FailingModule.Pass(network, role, input, labels));
        var overflown = network.named_buffers()
            .Where(pair => pair.buffer.is_floating_point() && !double.IsFinite(pair.buffer.abs().sum().ToNumber()))
            .Select(pair => pair.name).ToList();
        if (overflown.Count > 0)
            throw new InvalidOperationException(
                $"The buffer '{overflown[0]}' of the {role} {network.TypeName()} is not finite behind a batch of {input.size(0)}, so nothing "
                    + "was trained. Initialize all weights and buffers with finite numbers, and with batch normalization set a BatchSize "
                    + "of at least 2, since one value has no variance.");
        var isAsBefore = input.Sizes().SequenceEqual(before.Sizes()) && (input - before).abs().sum().ToNumber() == 0;
        return isAsBefore ? output : throw new InvalidOperationException(
            $"The {role} {network.TypeName()} changes its input in place, so that whatever else reads it computes something else. "
                + "Leave inplace false in the first module, and use no operation whose name ends in an underscore on the input.");
    }

    private static bool AreClose(Tensor expected, Tensor actual)
    {
        if (!expected.Sizes().SequenceEqual(actual.Sizes()))
            return false;
        var rounding = expected.device_type == DeviceType.CPU ? RoundingOnCpu : RoundingOnGpu;
        var difference = (expected - actual).abs().max().ToNumber();
        return difference <= rounding * Math.Max(1, expected.abs().max().ToNumber()) || double.IsNaN(difference);
    }

    private static InvalidOperationException Refused(nn.Module generator, string reason, string cure) =>
        new($"{reason}{HiddenParameters.Found(generator)}. {cure}. {HiddenParameters.Cure}.");
}
