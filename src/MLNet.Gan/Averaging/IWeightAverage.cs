namespace MLNet.Gan;

/// <summary>A moving average of the generator's weights; a run returns the averaged generator.</summary>
/// <remarks>
/// An implementation is an immutable record: what changes during a run is in the state that it creates.
/// </remarks>
public interface IWeightAverage : IChoice
{
    /// <summary>Creates the state of one run.</summary>
    /// <param name="average">
    /// The averaged weights and buffers in one vector [P], which start as the current ones and are updated in place.
    /// </param>
    IWeightAverageState CreateState(Tensor average);
}
