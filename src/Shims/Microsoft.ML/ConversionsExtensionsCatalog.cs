using Microsoft.ML.Data;
using Microsoft.ML.Internal;
using Microsoft.ML.Transforms;
using static Microsoft.ML.Transforms.ValueToKeyMappingEstimator;

namespace Microsoft.ML;

/// <summary>The transforms between types, offered by <see cref="TransformsCatalog.Conversion"/>.</summary>
public static class ConversionsExtensionsCatalog
{
    /// <summary>Converts values, or each item of a vector, to another type.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The new column.</param>
    /// <param name="inputColumnName">The column to read, if it has another name.</param>
    /// <param name="outputKind">
    /// The type to make. Text is read and written in the invariant culture, and text that is no number becomes NaN, or
    /// 0 where there is none. Only 0 and NaN are false.
    /// </param>
    public static TypeConvertingEstimator ConvertType(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        string? inputColumnName = null,
        DataKind outputKind = DataKind.Single) => new(ColumnPair.Of(outputColumnName, inputColumnName), outputKind);

    /// <summary>Maps keys back to what they stand for; 0 becomes NaN, the empty text, or 0.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The new column.</param>
    /// <param name="inputColumnName">The column to read, if it has another name.</param>
    public static KeyToValueMappingEstimator MapKeyToValue(
        this TransformsCatalog.ConversionTransforms catalog, string outputColumnName, string? inputColumnName = null) =>
        new(ColumnPair.Of(outputColumnName, inputColumnName));

    /// <summary>Maps keys back to what they stand for; 0 becomes NaN, the empty text, or 0.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columns">The columns to make and to read, at least one.</param>
    public static KeyToValueMappingEstimator MapKeyToValue(
        this TransformsCatalog.ConversionTransforms catalog, InputOutputColumnPair[] columns) => new(ColumnPair.Of(columns));

    /// <summary>
    /// Numbers distinct values from 1, and keeps them as the column's annotation. Missing values and values that
    /// training did not show become 0.
    /// </summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The new column.</param>
    /// <param name="inputColumnName">The column to read, if it has another name.</param>
    /// <param name="maximumNumberOfKeys">How many distinct values are numbered; those met later become 0.</param>
    /// <param name="keyOrdinality">What decides a value's number.</param>
    /// <param name="addKeyValueAnnotationsAsText">Whether the annotation holds the values as text.</param>
    /// <param name="keyData">A view of one column whose values are numbered instead of those of the data.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The maximum is not positive, or the key data have not one column.
    /// </exception>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        string? inputColumnName = null,
        int maximumNumberOfKeys = 1000000,
        KeyOrdinality keyOrdinality = KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView? keyData = null) => new(
            ColumnPair.Of(outputColumnName, inputColumnName), maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText, keyData);

    /// <summary>
    /// Numbers distinct values from 1, and keeps them as the columns' annotations. Missing values and values that
    /// training did not show become 0.
    /// </summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columns">The columns to make and to read, at least one.</param>
    /// <param name="maximumNumberOfKeys">How many distinct values are numbered; those met later become 0.</param>
    /// <param name="keyOrdinality">What decides a value's number.</param>
    /// <param name="addKeyValueAnnotationsAsText">Whether the annotation holds the values as text.</param>
    /// <param name="keyData">A view of one column whose values are numbered instead of those of the data.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The maximum is not positive, or the key data have not one column.
    /// </exception>
    public static ValueToKeyMappingEstimator MapValueToKey(
        this TransformsCatalog.ConversionTransforms catalog,
        InputOutputColumnPair[] columns,
        int maximumNumberOfKeys = 1000000,
        KeyOrdinality keyOrdinality = KeyOrdinality.ByOccurrence,
        bool addKeyValueAnnotationsAsText = false,
        IDataView? keyData = null) => new(
            ColumnPair.Of(columns), maximumNumberOfKeys, keyOrdinality, addKeyValueAnnotationsAsText, keyData);

    /// <summary>Looks values up in a table; what is not in it becomes NaN, the empty text, or 0.</summary>
    /// <typeparam name="TInputType">The type of the values to look up, string for text.</typeparam>
    /// <typeparam name="TOutputType">The type of the values found.</typeparam>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The new column.</param>
    /// <param name="keyValuePairs">The table, read at once; all of it is saved with the model.</param>
    /// <param name="inputColumnName">The column to read, if it has another name.</param>
    /// <param name="treatValuesAsKeyType">Must be false in this shim.</param>
    /// <exception cref="InvalidOperationException">The table has a value to look up twice.</exception>
    /// <exception cref="NotSupportedException">Keys are asked for.</exception>
    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IEnumerable<KeyValuePair<TInputType, TOutputType>> keyValuePairs,
        string? inputColumnName = null,
        bool treatValuesAsKeyType = false) => treatValuesAsKeyType
            ? throw new NotSupportedException("The shim of ML.NET maps to values only; map those to keys with MapValueToKey.")
            : new(ColumnPair.Of(outputColumnName, inputColumnName), ValueMap.Create(keyValuePairs));

    /// <summary>
    /// Looks values up in a table of vectors, whose size is known if all arrays are of one length. What is not in it
    /// becomes zeros, or no items where the size is not known.
    /// </summary>
    /// <typeparam name="TInputType">The type of the values to look up, string for text.</typeparam>
    /// <typeparam name="TOutputType">The type of the vectors' items.</typeparam>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The new column.</param>
    /// <param name="keyValuePairs">The table, read at once; all of it is saved with the model.</param>
    /// <param name="inputColumnName">The column to read, if it has another name.</param>
    /// <exception cref="InvalidOperationException">The table has a value to look up twice.</exception>
    public static ValueMappingEstimator<TInputType, TOutputType> MapValue<TInputType, TOutputType>(
        this TransformsCatalog.ConversionTransforms catalog,
        string outputColumnName,
        IEnumerable<KeyValuePair<TInputType, TOutputType[]>> keyValuePairs,
        string? inputColumnName = null) =>
        new(ColumnPair.Of(outputColumnName, inputColumnName), ValueMap.Create(keyValuePairs));
}
