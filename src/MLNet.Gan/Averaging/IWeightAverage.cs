namespace MLNet.Gan;

/// <summary>How the generator that a run is for is averaged over the generators that it trained.</summary>
/// <remarks>An implementation is an immutable record: what changes during a run is in what it begins.</remarks>
public interface IWeightAverage : IChoice
{
    /// <summary>The state of one run.</summary>
    /// <param name="average">
    /// The averaged weights and buffers in one vector [P], which begin as the current ones and change in place.
    /// </param>
    IWeightAverageState CreateState(Tensor average);
}
