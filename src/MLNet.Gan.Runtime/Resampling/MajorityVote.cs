namespace MLNet.Gan;

/// <summary>The most frequent category among rows.</summary>
internal static class MajorityVote
{
    /// <summary>The most frequent categories, in the order of their first occurrence.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="among">The rows that vote.</param>
    /// <param name="category">Which category of a row.</param>
    public static IReadOnlyList<int> Winners(InputRows rows, ReadOnlySpan<int> among, int category)
    {
        List<(int Category, int Votes)> votes = []; // There are few neighbors.
        foreach (var row in among)
        {
            var vote = rows.CategoriesOf(row)[category];
            var place = votes.FindIndex(counted => counted.Category == vote);
            if (place < 0)
                votes.Add((vote, 1));
            else
                votes[place] = (vote, votes[place].Votes + 1);
        }

        var most = votes.Max(counted => counted.Votes);
        return [.. votes.Where(counted => counted.Votes == most).Select(counted => counted.Category)];
    }

    /// <summary>One of the most frequent categories, each with the same probability.</summary>
    public static int Draw(InputRows rows, ReadOnlySpan<int> among, int category, Random random) =>
        Winners(rows, among, category) is [_, _, ..] tied ? tied[random.Next(tied.Count)] : Winners(rows, among, category)[0];
}
