namespace MLNet.Gan;

/// <summary>What batch normalization returns.</summary>
/// <param name="Output">The normalized values [N, C, …].</param>
/// <param name="Mean">The batch's mean of each channel [C].</param>
/// <param name="InverseDeviation">1/√(variance + ε) of each channel [C].</param>
internal readonly record struct BatchNormalized(Tensor Output, Tensor Mean, Tensor InverseDeviation);
