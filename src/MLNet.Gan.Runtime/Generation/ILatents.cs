namespace MLNet.Gan;

/// <summary>Latent vectors by row number. Thread-safe.</summary>
internal interface ILatents
{
    /// <summary>The number of latent vectors.</summary>
    int Count { get; }

    /// <summary>Copies one of them.</summary>
    /// <param name="row">The row number, from 0.</param>
    /// <param name="latent">The destination, of the length of a latent vector.</param>
    void Fill(long row, Span<float> latent);
}
