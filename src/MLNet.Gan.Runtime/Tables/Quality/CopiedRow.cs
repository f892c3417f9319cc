namespace MLNet.Gan.Metrics;

/// <summary>A synthetic row that equals a training row.</summary>
/// <param name="SyntheticRow">The number of the row in the synthetic table, from 0.</param>
/// <param name="TrainingRow">The number of the first such row in the training table, from 0.</param>
public readonly record struct CopiedRow(long SyntheticRow, long TrainingRow);
