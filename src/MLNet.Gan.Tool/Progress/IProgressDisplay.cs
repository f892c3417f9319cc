namespace MLNet.Gan.Tool.Progress;

/// <summary>Shows how far some work is.</summary>
internal interface IProgressDisplay
{
    /// <summary>Does the work.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="total">How many steps it has; null where that is not known.</param>
    /// <param name="work">The work; it tells how many steps are done.</param>
    void Show(string title, long? total, Action<Action<long>> work);
}
