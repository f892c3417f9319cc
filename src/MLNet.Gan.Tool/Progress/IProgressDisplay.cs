namespace MLNet.Gan.Tool.Progress;

/// <summary>Displays the progress of work.</summary>
internal interface IProgressDisplay
{
    /// <summary>Runs the work.</summary>
    /// <param name="title">The title.</param>
    /// <param name="total">The number of its steps; null if unknown.</param>
    /// <param name="work">The work, which reports the number of completed steps.</param>
    void Show(string title, long? total, Action<Action<long>> work);
}
