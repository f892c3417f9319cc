namespace MLNet.Gan;

/// <summary>Some rows of a batch that lie together.</summary>
/// <param name="First">The first row.</param>
/// <param name="Count">How many they are; 0 for none.</param>
internal readonly record struct RowRange(long First, long Count)
{
    /// <summary>These rows of a tensor [N, …], as a view.</summary>
    public Tensor Of(Tensor batch) => Count == batch.shape[0] ? batch : batch.narrow(0, First, Count);
}
