namespace MLNet.Gan;

/// <summary>The scores of a run so far; the best weights are among the tensors.</summary>
/// <param name="Scores">The scores.</param>
/// <param name="BestImages">The number of real images that had been seen at the best one.</param>
internal sealed record ScorerState(IReadOnlyList<StepScore> Scores, long BestImages);
