using Microsoft.ML.Data;
using Microsoft.ML.Internal;

namespace Microsoft.ML;

/// <summary>The views of text files, offered by <see cref="MLContext.Data"/>.</summary>
public static class TextLoaderSaverCatalog
{
    /// <summary>
    /// A text file as rows: a line that is not empty is one, read when a cursor comes to it. A field without text is 0,
    /// and so is one that a line lacks; one that is no number is NaN.
    /// </summary>
    /// <param name="catalog">The views.</param>
    /// <param name="path">The file.</param>
    /// <param name="columns">The fields of each column.</param>
    /// <param name="separatorChar">What is between two fields.</param>
    /// <param name="hasHeader">Whether the first line is no row.</param>
    /// <param name="allowQuoting">Not in this stand-in.</param>
    /// <param name="trimWhitespace">Not in this stand-in, though space around a number does no harm.</param>
    /// <param name="allowSparse">Not in this stand-in.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such file, or no column.</exception>
    /// <exception cref="NotSupportedException">This stand-in lacks what is asked for.</exception>
    public static IDataView LoadFromTextFile(
        this DataOperationsCatalog catalog,
        string path,
        TextLoader.Column[] columns,
        char separatorChar = '\t',
        bool hasHeader = false,
        bool allowQuoting = false,
        bool trimWhitespace = false,
        bool allowSparse = false)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Check.NonEmpty(path, nameof(path));
        Check.NonEmpty(columns, nameof(columns));
        Check.That(File.Exists(path), nameof(path), $"File does not exist at path: {path}");
        if (allowQuoting || trimWhitespace || allowSparse)
            throw new NotSupportedException(
                "This stand-in for ML.NET's text loader reads plain numbers: no quotes, no trimming, no sparse rows. "
                    + "Build against the real Microsoft.ML.");
        return new TextView(path, columns, separatorChar, hasHeader);
    }
}
