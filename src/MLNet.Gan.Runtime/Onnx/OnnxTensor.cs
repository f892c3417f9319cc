namespace MLNet.Gan;

/// <summary>The values of an input or output as floats, whatever the type of its elements.</summary>
/// <param name="Name">The name of the input or output.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Values">The values, row-major.</param>
internal sealed record OnnxTensor(string Name, long[] Shape, float[] Values);
