namespace MLNet.Gan;

/// <summary>Copies of rows of the class, drawn at random with replacement, with all their columns.</summary>
public sealed record RandomOversampling : IResampling
{
    /// <inheritdoc/>
    public ResampledRows Resample(ResamplingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var random = new Random(task.Seed);
        var rows = ClassLabels.Read(task).RowsByClass();
        int[] drawn =
        [
            .. from wanted in Wanted.Of(task)
               from _ in Enumerable.Range(0, wanted.Count)
               select rows[wanted.Class][random.Next(rows[wanted.Class].Count)],
        ];
        return new()
        {
            Method = this,
            Added = drawn.Length == 0 ? null : new CopiedRowsView(new(task.Rows, drawn), new Dictionary<int, Func<Func<int>, Delegate>>()),
        };
    }
}
