namespace MLNet.Gan;

/// <summary>A rule that changes the training controls from statistics of the run.</summary>
/// <remarks>
/// A pure function: its state is in the controls and in the recorded statistics, so that a run can be resumed.
/// </remarks>
public interface IController : IChoice
{
    /// <summary>The number of steps between two adjustments.</summary>
    int Interval { get; }

    /// <summary>Returns the controls for the first step; by default unchanged.</summary>
    TrainingControls Initialize(TrainingControls controls) => controls;

    /// <summary>Returns the controls for the following steps.</summary>
    TrainingControls Adjust(TrainingControls controls, ControllerInput seen);
}
