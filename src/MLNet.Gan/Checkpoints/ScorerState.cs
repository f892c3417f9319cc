namespace MLNet.Gan;

/// <summary>The scores of a run so far; the best weights are among the tensors.</summary>
/// <param name="Scores">The scores.</param>
/// <param name="BestImages">The number of images from which growing networks had their phase at the best one.</param>
/// <param name="Interval">The number of steps between two scorings; null where it is not measured yet.</param>
/// <param name="Elapsed">The time that scoring has taken.</param>
internal sealed record ScorerState(IReadOnlyList<StepScore> Scores, long BestImages, int? Interval, TimeSpan Elapsed);
