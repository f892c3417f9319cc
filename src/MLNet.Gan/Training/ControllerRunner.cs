namespace MLNet.Gan;

/// <summary>Runs the controllers: sums up what they read, and keeps the current controls.</summary>
/// <remarks>The sums stay on the device until a controller is due.</remarks>
internal sealed class ControllerRunner : IDisposable
{
    private readonly IReadOnlyList<IController> _controllers;
    private readonly int _packing;
    private readonly Tensor _sums;
    private readonly ControllerSums[] _lastAdjustments;
    private long _updates;
    private long _samples;

    public ControllerRunner(GanOptions options, Device device)
    {
        (_controllers, _packing) = (options.Controllers, options.Packing);
        _sums = zeros(2, ScalarType.Float64, device).DetachFromDisposeScope();
        _lastAdjustments = new ControllerSums[_controllers.Count];
        Current = _controllers.Aggregate(
            new TrainingControls { DiscriminatorSteps = options.DiscriminatorSteps },
            (controls, controller) => controller.Initialize(controls));
    }

    /// <summary>The current controls.</summary>
    public TrainingControls Current { get; private set; }

    /// <summary>The sums since the start of the run [2], for checkpoints.</summary>
    public Tensor Sums => _sums;

    /// <summary>The state besides the sums, for checkpoints.</summary>
    public ControllerState State
    {
        get => new(Current, _updates, _samples, [.. _lastAdjustments]);
        set
        {
            (Current, _updates, _samples) = (value.Current, value.Updates, value.Samples);
            value.LastAdjustments.ToArray().CopyTo(_lastAdjustments, 0);
        }
    }

    /// <summary>Adds the passes of a discriminator step to the sums.</summary>
    public void Observe(DiscriminatorPass real, DiscriminatorPass fake)
    {
        if (_controllers.Count == 0)
            return;

        using var scope = NewDisposeScope();
        using var noGraph = no_grad();
        var sign = real.Logits.sign().mean();
        _sums.add_(stack([sign, Accuracy(real, fake)]).to(ScalarType.Float64), alpha: Arithmetic.One);
        _updates++;
        _samples += _packing * real.Samples.size(0);
    }

    /// <summary>Adjusts the controls by the controllers that are due.</summary>
    /// <param name="step">The number of steps done.</param>
    /// <param name="reports">All reports so far.</param>
    public void Adjust(long step, IReadOnlyList<StepReport> reports)
    {
        double[]? sums = null;
        for (var i = 0; i < _controllers.Count; i++)
        {
            if (step % _controllers[i].Interval != 0)
                continue;

            sums ??= _sums.ToDoubles();
            var (sign, accuracy) = (sums[0], sums[1]);
            var last = _lastAdjustments[i];
            var updates = _updates - last.Updates;
            Current = _controllers[i].Adjust(Current, new(step, _samples - last.Samples,
                (sign - last.Sign) / updates, (accuracy - last.Accuracy) / updates, reports));
            _lastAdjustments[i] = new(sign, accuracy, _updates, _samples);
        }
    }

    /// <summary>The share of pairs in which the real sample has the higher logit.</summary>
    public static Tensor Accuracy(DiscriminatorPass real, DiscriminatorPass fake) =>
        (real.Logits > fake.Logits).to(real.Logits.dtype).mean();

    public void Dispose() => _sums.Dispose();
}
