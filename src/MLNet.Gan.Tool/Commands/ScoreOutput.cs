using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Commands;

/// <summary>Prints scores.</summary>
internal static class ScoreOutput
{
    /// <summary>Prints a line for each score, or all as a JSON array.</summary>
    public static void Print(TextWriter output, IEnumerable<Score> scores, bool asJson)
    {
        if (asJson)
        {
            output.WriteLine($"[\n{string.Join(",\n", scores.Select(score => score.ToJson()))}\n]");
            return;
        }

        foreach (var score in scores)
            output.WriteLine(score);
    }
}
