namespace MLNet.Gan;

/// <summary>
/// Marks a layer that normalizes over the batch, so that a sample's output depends on the other samples.
/// </summary>
public interface IBatchNormalization;
