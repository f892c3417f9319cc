namespace MLNet.Gan.Tests.Support;

/// <summary>A controller that does as it is told.</summary>
internal sealed record SpyController(Func<TrainingControls, ControllerInput, TrainingControls> Change, int Interval = 1) : IController
{
    public SpyController(Action<ControllerInput> seen, int interval = 1)
        : this((controls, observation) => { seen(observation); return controls; }, interval)
    {
    }

    public TrainingControls Adjust(TrainingControls controls, ControllerInput seen) => Change(controls, seen);
}
