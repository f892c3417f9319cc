namespace MLNet.Gan.Tool.Tables;

/// <summary>What the text of a row is made of.</summary>
/// <param name="Line">The line where it begins, from 1.</param>
/// <param name="Values">The number of its values.</param>
/// <param name="IsEmpty">Whether the line is empty.</param>
/// <param name="IsComment">Whether it begins as a comment.</param>
/// <param name="Others">How often each of the usual separators stands outside of quotes.</param>
internal sealed record TableRecord(int Line, int Values, bool IsEmpty, bool IsComment, IReadOnlyList<int> Others)
{
    /// <summary>The usual separators.</summary>
    public const string Separators = ",;\t|";

    /// <summary>Returns an option with a separator that both rows have as often; null if there is none.</summary>
    public string? BetterSeparator(TableRecord other, char than)
    {
        for (var i = 0; i < Separators.Length; i++)
        {
            if (Separators[i] != than && Others[i] > 0 && Others[i] == other.Others[i])
                return Option(Separators[i]);
        }

        return null;
    }

    /// <summary>Returns the option with a separator.</summary>
    public static string Option(char separator) => $"--separator '{(separator == '\t' ? "tab" : separator)}'";
}
