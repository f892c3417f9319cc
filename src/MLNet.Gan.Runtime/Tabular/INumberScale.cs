namespace MLNet.Gan;

/// <summary>How values of a column are numbers of double precision, with which mixtures are fitted.</summary>
internal interface INumberScale<T>
{
    /// <summary>The distance of neighboring values, 1 for whole numbers; null where the type itself sets none.</summary>
    double? Quantum { get; }

    /// <summary>The first whole number and the distance of whole numbers; null for fractions.</summary>
    (long Origin, long Step)? Grid { get; }

    /// <summary>Returns the number of a value.</summary>
    double ToNumber(T value);

    /// <summary>Returns the value of a number.</summary>
    T FromNumber(double number);

    /// <summary>Adds the nodes of <see cref="FromNumber(double)"/>.</summary>
    OnnxValue FromNumber(OnnxGraph graph, OnnxValue number);
}
