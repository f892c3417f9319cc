namespace MLNet.Gan;

/// <summary>Some rows of a batch that lie together.</summary>
/// <param name="First">The first row.</param>
/// <param name="Count">How many they are; 0 for none.</param>
internal readonly record struct RowRange(long First, long Count)
{
    /// <summary>These rows of a tensor [N, …], as a view; of [1, …] the one that all share.</summary>
    public Tensor Of(Tensor batch) => batch.size(0) is var rows && (rows == Count || rows == 1) ? batch : batch.narrow(0, First, Count);
}
