namespace Microsoft.ML;

/// <summary>Reads a value of the current row into a place that the caller owns and may use again.</summary>
/// <typeparam name="TValue">The raw type of the column.</typeparam>
/// <param name="value">The old value on entry, whose arrays may be used again, and the new one afterwards.</param>
public delegate void ValueGetter<TValue>(ref TValue value);
