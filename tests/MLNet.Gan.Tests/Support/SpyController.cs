using MLNet.Gan.Controllers;

namespace MLNet.Gan.Tests.Support;

/// <summary>A controller that does as it is told.</summary>
internal sealed record SpyController(Func<Controls, Observation, Controls> Change, int Interval = 1) : IController
{
    public SpyController(Action<Observation> seen, int interval = 1)
        : this((controls, observation) => { seen(observation); return controls; }, interval)
    {
    }

    public Controls Adjust(Controls controls, Observation seen) => Change(controls, seen);
}
