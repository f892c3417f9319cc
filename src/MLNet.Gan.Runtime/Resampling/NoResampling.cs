namespace MLNet.Gan;

/// <summary>Training on the rows as they are.</summary>
public sealed record NoResampling : IResampling
{
    /// <inheritdoc/>
    public ResampledRows Resample(ResamplingTask task) => new() { Method = this };
}
