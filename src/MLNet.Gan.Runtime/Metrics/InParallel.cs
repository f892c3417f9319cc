namespace MLNet.Gan.Metrics;

/// <summary>A loop that runs in parallel when it is large enough.</summary>
internal static class InParallel
{
    /// <summary>Runs <paramref name="body"/> for 0 to <paramref name="count"/> − 1, in any order.</summary>
    public static void For(int count, bool worthSharing, Action<int> body)
    {
        if (worthSharing && count > 1)
        {
            Parallel.For(0, count, body);
            return;
        }

        for (var i = 0; i < count; i++)
            body(i);
    }
}
