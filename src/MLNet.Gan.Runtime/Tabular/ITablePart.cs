using System.Text.Json.Nodes;

namespace MLNet.Gan;

/// <summary>
/// The encoding of one value of a row: a number of [−1, 1], where <see cref="HasNumber"/>, and a one-hot vector of its state,
/// where there are several.
/// </summary>
internal interface ITablePart
{
    /// <summary>Whether the first number of the encoding is one of [−1, 1].</summary>
    bool HasNumber { get; }

    /// <summary>How many rows have each state: a category, a mode of the mixture, or a missing value.</summary>
    IReadOnlyList<long> Counts { get; }

    /// <summary>The names of the states, for messages.</summary>
    IReadOnlyList<string> States { get; }

    /// <summary>Whether the states are categories of the column, which generation can be conditioned on.</summary>
    bool IsCondition { get; }

    /// <summary>
    /// Returns the state of a category by its text, "" for the missing one, and the number that is encoded with it; null where it is no
    /// category of the column.
    /// </summary>
    (int State, float Number)? Find(string category);

    /// <summary>What the value becomes, and why.</summary>
    string Explanation { get; }

    /// <summary>Returns all that was learned.</summary>
    JsonObject ToJson();
}
