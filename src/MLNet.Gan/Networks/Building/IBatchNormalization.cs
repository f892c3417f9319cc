namespace MLNet.Gan;

/// <summary>Marks a layer that normalizes by the batch, so that a sample's output depends on the others.</summary>
public interface IBatchNormalization;
