using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Transforms of whole columns.</summary>
public static class TransformExtensionsCatalog
{
    /// <summary>
    /// Puts columns of one item type behind one another in a vector, whose slot names tell them apart.
    /// </summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The vector.</param>
    /// <param name="inputColumnNames">
    /// Scalars and vectors, at least one. A vector of unknown size makes the result so too.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A name is missing.</exception>
    public static ColumnConcatenatingEstimator Concatenate(
        this TransformsCatalog catalog, string outputColumnName, params string[] inputColumnNames) =>
        new(Check.NonEmpty(outputColumnName, nameof(outputColumnName)), Check.NonEmpty(inputColumnNames, nameof(inputColumnNames)));

    /// <summary>Copies a column, its type and its annotations under another name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A name is empty.</exception>
    public static ColumnCopyingEstimator CopyColumns(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName) =>
        new([new(Check.NonEmpty(outputColumnName, nameof(outputColumnName)), Check.NonEmpty(inputColumnName, nameof(inputColumnName)))]);

    /// <summary>
    /// Drops columns, and with them the columns that they hide. A name that is not there throws when it is fitted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no names.</exception>
    public static ColumnSelectingEstimator DropColumns(this TransformsCatalog catalog, params string[] columnNames) =>
        new(new(Check.NonEmpty(columnNames, nameof(columnNames))));
}
