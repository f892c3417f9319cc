namespace MLNet.Gan;

/// <summary>Steers a run by what it sees of it.</summary>
/// <remarks>
/// A pure function: all that must be remembered is in the controls and in what was observed, so that a run can be
/// taken up again.
/// </remarks>
public interface IController : IChoice
{
    /// <summary>The number of steps between two looks.</summary>
    int Interval { get; }

    /// <summary>The controls before the first step; by default as they are.</summary>
    TrainingControls Initialize(TrainingControls controls) => controls;

    /// <summary>The controls from now on.</summary>
    TrainingControls Adjust(TrainingControls controls, ControllerInput seen);
}
