using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>An input column, as numbers and categories.</summary>
internal interface IInputColumn
{
    /// <summary>The column.</summary>
    DataViewSchema.Column Column { get; }

    /// <summary>How many numbers it has in a row.</summary>
    int Numbers { get; }

    /// <summary>How many categories it has in a row.</summary>
    int Categories { get; }

    /// <summary>Returns what appends the values of a source's current row.</summary>
    Action<List<double>, List<int>> Bind(DataViewRow source);

    /// <summary>A getter of the values of new rows.</summary>
    /// <param name="rows">The new rows.</param>
    /// <param name="first">The place of the column's first number or category in them.</param>
    /// <param name="current">Which row is the current one.</param>
    Delegate Getter(InputRows rows, int first, Func<int> current);
}
