namespace MLNet.Gan.Tests.Support;

/// <summary>Counts the live tensors that the calling thread has made, without those that its finalizers freed.</summary>
/// <remarks>
/// <see cref="Tensor.TotalCount"/> rises by one with each parameter that is made, for ever: a parameter takes over its
/// tensor's handle, and the tensor is not counted off. The statistics of dispose scopes count rightly.
/// </remarks>
internal static class LiveTensors
{
    /// <summary>Their number now.</summary>
    public static long Count => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

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
        var before = Count;
        T state;
        using (NewDisposeScope())
            state = begin();
        Assert.AreEqual(before + memory(state).Count, Count, "after the beginning");

        for (var i = 0; i < 5; i++)
            step(state);
        Assert.AreEqual(before + memory(state).Count, Count, "after five steps");

        state.Dispose();
        Assert.AreEqual(before, Count, "after the end");
    }
}
