namespace MLNet.Gan;

/// <summary>The context in which a choice is checked before training: all other choices, and their networks.</summary>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Classes">The number of classes; 0 without, and 1 while it is not known.</param>
/// <param name="Packing">The number of samples in one input of the discriminator.</param>
public sealed record GanSetup(SampleShape Shape, int Classes, int Packing)
{
    /// <summary>All choices of the options, including their parts.</summary>
    public IReadOnlyList<object> Choices { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The discriminators, the main one first; empty if they cannot be created.</summary>
    public IReadOnlyList<DiscriminatorTraits> Discriminators { get; init => field = Check.NotNull(value); } = [];

    /// <summary>The training device; default the CPU.</summary>
    public Device Device { get; init => field = Check.NotNull(value); } = CPU;
}
