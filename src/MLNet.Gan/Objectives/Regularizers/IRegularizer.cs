namespace MLNet.Gan;

/// <summary>A term added to the loss of one player, or of each in its turn.</summary>
public interface IRegularizer
{
    /// <summary>Whose loss the term is added to.</summary>
    Player Player { get; }

    /// <summary>
    /// How many steps lie between two applications. The trainer multiplies the penalty by this number,
    /// so its mean strength does not depend on it ("lazy regularization", Karras et al., 2020).
    /// </summary>
    int Interval => 1;

    /// <summary>What it must have.</summary>
    Needs Needs => Needs.Nothing;

    /// <summary>The further questions that the discriminator must be able to answer.</summary>
    /// <param name="classes">The number of classes of the data; 0 without.</param>
    IReadOnlyList<DiscriminatorHead> Heads(int classes) => [];

    /// <summary>The scalar to add to the loss, with its graph, so that it can be differentiated.</summary>
    Tensor Penalty(RegularizerContext round);
}
