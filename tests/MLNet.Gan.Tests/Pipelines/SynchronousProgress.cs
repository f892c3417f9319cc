namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Reports progress synchronously, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class SynchronousProgress<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
