namespace MLNet.Gan.Networks;

/// <summary>A discriminator that says more of a sample than one logit.</summary>
public interface IJudge
{
    /// <summary>The whole verdict, of one forward pass.</summary>
    /// <param name="samples">Samples [N, …].</param>
    /// <param name="labels">Their classes [N] of 64-bit integers; null without classes.</param>
    Verdict Judge(Tensor samples, Tensor? labels);
}
