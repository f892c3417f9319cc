namespace MLNet.Gan;

/// <summary>Networks to which a run can roll back, whose weights are among the tensors.</summary>
/// <param name="Step">Their step.</param>
/// <param name="Updates">The numbers of updates of generator and discriminator then.</param>
internal sealed record RetreatState(long Step, IReadOnlyList<long> Updates);
