namespace MLNet.Gan.Tests.Support;

/// <summary>Counts tensors that are alive. Nothing else may run beside a test that uses it.</summary>
internal static class LiveTensors
{
    /// <summary>
    /// Their number, after freeing what other tests left to the garbage collector, so that it does not do so later.
    /// </summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    /// <summary>
    /// Asserts that the memory of something that was begun outlives the scope that it was made in, that steps make no
    /// tensor that stays, and that the end frees all.
    /// </summary>
    /// <param name="begin">Begins something.</param>
    /// <param name="memory">The tensors that it remembers by.</param>
    /// <param name="step">One step of it.</param>
    public static void AssertNoneStays<T>(Func<T> begin, Func<T, IReadOnlyList<Tensor>> memory, Action<T> step)
        where T : IDisposable
    {
        using var outside = NewDisposeScope();
        var before = Count();
        T state;
        using (NewDisposeScope())
            state = begin();
        Assert.AreEqual(before + memory(state).Count, Tensor.TotalCount, "after the beginning");

        for (var i = 0; i < 5; i++)
            step(state);
        Assert.AreEqual(before + memory(state).Count, Tensor.TotalCount, "after five steps");

        state.Dispose();
        Assert.AreEqual(before, Tensor.TotalCount, "after the end");
    }
}
