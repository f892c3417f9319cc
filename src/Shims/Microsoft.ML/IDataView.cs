namespace Microsoft.ML;

/// <summary>Rows that are read lazily, as often as one likes, by several threads.</summary>
public interface IDataView
{
    /// <summary>Whether a cursor follows the random numbers that it is given.</summary>
    bool CanShuffle { get; }

    /// <summary>The columns.</summary>
    DataViewSchema Schema { get; }

    /// <summary>The number of rows, or null when it takes a reading to know.</summary>
    long? GetRowCount();

    /// <summary>A cursor before the first row.</summary>
    /// <param name="columnsNeeded">The columns that will be read; getters of others throw.</param>
    /// <param name="rand">Shuffles the rows, if the view can; null keeps their order.</param>
    DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null);

    /// <summary>Cursors for several threads, which share the rows among them.</summary>
    /// <param name="columnsNeeded">The columns that will be read; getters of others throw.</param>
    /// <param name="n">The number of cursors wished for; one is enough, and more are never made.</param>
    /// <param name="rand">Shuffles the rows, if the view can.</param>
    DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null);
}
