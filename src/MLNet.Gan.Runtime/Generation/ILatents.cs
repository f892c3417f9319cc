namespace MLNet.Gan;

/// <summary>Latent vectors by their number. Safe to use from many threads.</summary>
internal interface ILatents
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Copies one of them.</summary>
    /// <param name="row">Its number, from 0.</param>
    /// <param name="latent">Where it goes; as long as a latent vector.</param>
    void Fill(long row, Span<float> latent);
}
