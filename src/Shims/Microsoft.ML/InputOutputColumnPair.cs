namespace Microsoft.ML;

/// <summary>The name of an output column and of the input column that it is made of.</summary>
public sealed class InputOutputColumnPair
{
    /// <summary>A pair; the output column replaces its input when only one name is given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The output's name is empty.</exception>
    public InputOutputColumnPair(string outputColumnName, string? inputColumnName = null)
    {
        OutputColumnName = Check.NonEmpty(outputColumnName, nameof(outputColumnName));
        InputColumnName = inputColumnName ?? outputColumnName;
    }

    /// <summary>The column to read.</summary>
    public string InputColumnName { get; }

    /// <summary>The column to make.</summary>
    public string OutputColumnName { get; }
}
