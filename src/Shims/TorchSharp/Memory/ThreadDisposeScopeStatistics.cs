namespace TorchSharp;

/// <summary>Counts of the disposables that one thread made, moved and disposed; for finding leaks.</summary>
public sealed class ThreadDisposeScopeStatistics
{
    public long CreatedInScopeCount { get; internal set; }

    public long CreatedOutsideScopeCount { get; internal set; }

    public long DisposedInScopeCount { get; internal set; }

    public long DisposedOutsideScopeCount { get; internal set; }

    public long AttachedToScopeCount { get; internal set; }

    public long DetachedFromScopeCount { get; internal set; }

    public long ThreadTotalLiveCount { get; private set; }

    public void Reset()
    {
        CreatedInScopeCount = CreatedOutsideScopeCount = 0;
        DisposedInScopeCount = DisposedOutsideScopeCount = 0;
        AttachedToScopeCount = DetachedFromScopeCount = 0;
        ThreadTotalLiveCount = 0;
    }

    internal void Created(bool inScope)
    {
        ThreadTotalLiveCount++;
        if (inScope)
            CreatedInScopeCount++;
        else
            CreatedOutsideScopeCount++;
    }

    internal void Disposed(bool inScope)
    {
        ThreadTotalLiveCount--;
        if (inScope)
            DisposedInScopeCount++;
        else
            DisposedOutsideScopeCount++;
    }
}
