namespace Microsoft.ML;

/// <summary>Reads a value of the current row into a place that the caller owns.</summary>
public delegate void ValueGetter<TValue>(ref TValue value);
