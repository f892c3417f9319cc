namespace MLNet.Gan;

/// <summary>The state of the controllers besides the sums on the device.</summary>
/// <param name="Current">The current controls.</param>
/// <param name="Updates">The number of discriminator updates seen.</param>
/// <param name="Samples">The number of real samples seen.</param>
/// <param name="LastAdjustments">The sums and counts at each controller's last adjustment.</param>
internal sealed record ControllerState(
    TrainingControls Current, long Updates, long Samples, IReadOnlyList<ControllerSums> LastAdjustments);
