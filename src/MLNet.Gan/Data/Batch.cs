namespace MLNet.Gan;

/// <summary>Samples [N, …] and, where there are classes, their labels [N].</summary>
internal sealed record Batch(Tensor Samples, Tensor? Labels);
