namespace MLNet.Gan;

/// <summary>A row that is drawn for a batch.</summary>
/// <param name="Row">The row.</param>
/// <param name="Shown">Which of its categories the generator is given; null for a set without conditions.</param>
internal readonly record struct SampleDraw(long Row, bool[]? Shown);
