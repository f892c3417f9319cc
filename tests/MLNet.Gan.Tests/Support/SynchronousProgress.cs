namespace MLNet.Gan.Tests.Pipelines;

/// <summary>A listener who is told at once, where <see cref="Progress{T}"/> tells some time later.</summary>
internal sealed class SynchronousProgress<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
