namespace MLNet.Gan.Tool.Progress;

/// <summary>Displays nothing, for pipes and logs.</summary>
internal sealed class NoProgress : IProgressDisplay
{
    public void Show(string title, long? total, Action<Action<long>> work) => work(_ => { });
}
