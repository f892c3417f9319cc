using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Transforms of whole columns.</summary>
public static class TransformExtensionsCatalog
{
    public static ColumnConcatenatingEstimator Concatenate(
        this TransformsCatalog catalog, string outputColumnName, params string[] inputColumnNames) =>
        new(Check.NonEmpty(outputColumnName, nameof(outputColumnName)), Check.NonEmpty(inputColumnNames, nameof(inputColumnNames)));

    public static ColumnCopyingEstimator CopyColumns(
        this TransformsCatalog catalog, string outputColumnName, string inputColumnName) =>
        new([new(Check.NonEmpty(outputColumnName, nameof(outputColumnName)), Check.NonEmpty(inputColumnName, nameof(inputColumnName)))]);

    public static ColumnSelectingEstimator DropColumns(this TransformsCatalog catalog, params string[] columnNames) =>
        new(new(Check.NonEmpty(columnNames, nameof(columnNames)), keeps: false, keepHidden: false));

    public static ColumnSelectingEstimator SelectColumns(this TransformsCatalog catalog, params string[] columnNames) =>
        SelectColumns(catalog, columnNames, keepHidden: false);

    public static ColumnSelectingEstimator SelectColumns(
        this TransformsCatalog catalog, string[] columnNames, bool keepHidden) =>
        new(new(Check.NonEmpty(columnNames, nameof(columnNames)), keeps: true, keepHidden));
}
