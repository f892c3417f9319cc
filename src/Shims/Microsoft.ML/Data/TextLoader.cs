namespace Microsoft.ML.Data;

/// <summary>Reads rows of numbers out of text; see <see cref="TextLoaderSaverCatalog"/>.</summary>
public sealed class TextLoader
{
    private TextLoader()
    {
    }

    /// <summary>Which fields of a line are a column.</summary>
    public sealed class Column
    {
        /// <summary>A number, which is one field.</summary>
        /// <param name="name">The column's name.</param>
        /// <param name="dataKind">Its type; this stand-in reads <see cref="DataKind.Single"/> only.</param>
        /// <param name="index">The field, counted from 0.</param>
        public Column(string name, DataKind dataKind, int index) : this(name, dataKind, index, index)
        {
        }

        /// <summary>A vector of neighbouring fields; a number where they are one.</summary>
        /// <param name="name">The column's name.</param>
        /// <param name="dataKind">Its items' type; this stand-in reads <see cref="DataKind.Single"/> only.</param>
        /// <param name="minIndex">The first field, counted from 0.</param>
        /// <param name="maxIndex">The last field.</param>
        public Column(string name, DataKind dataKind, int minIndex, int maxIndex)
        {
            Check.NonEmpty(name, nameof(name));
            Check.That(minIndex >= 0, nameof(minIndex), "min must be non-negative");
            Check.That(maxIndex >= minIndex, nameof(maxIndex), "max must be greater than or equal to min");
            if (dataKind != DataKind.Single)
                throw new NotSupportedException(
                    $"Column '{name}' is {dataKind}, but this stand-in for ML.NET's text loader reads Single only. "
                        + "Build against the real Microsoft.ML, or convert the column behind the loader.");
            (Name, First, Count) = (name, minIndex, maxIndex - minIndex + 1);
        }

        internal string Name { get; }

        internal int First { get; }

        internal int Count { get; }
    }
}
