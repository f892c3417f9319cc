namespace MLNet.Gan.Metrics;

/// <summary>Where a value lies with some confidence.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Level">The confidence, such as 0.95.</param>
public sealed record ConfidenceInterval(double Low, double High, double Level);
