namespace MLNet.Gan;

/// <summary>What a choice is checked against before the training: the other choices, and the networks that they make.</summary>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Classes">The number of classes; 0 without, and 1 where it is not known yet.</param>
/// <param name="Packing">The number of samples that a discriminator sees at once.</param>
public sealed record GanSetup(SampleShape Shape, int Classes, int Packing)
{
    /// <summary>All choices of the options, with those that they are made of.</summary>
    public IReadOnlyList<object> Choices { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The discriminators, the main one first; empty while they cannot be created.</summary>
    public IReadOnlyList<DiscriminatorTraits> Discriminators { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The device of the training; default the CPU.</summary>
    public Device Device { get; init => field = Check.NotNull(value); } = CPU;
}
