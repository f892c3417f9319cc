using System.Globalization;

namespace MLNet.Gan;

/// <summary>A number that may change during training: a pure function of the step.</summary>
/// <remarks>It has no state, so a checkpoint does not contain it.</remarks>
public abstract record Schedule
{
    /// <summary>Returns the value at <paramref name="step"/>, which counts from 0.</summary>
    public abstract double At(long step);

    /// <summary>A constant schedule.</summary>
    public static implicit operator Schedule(double value) => Constant(value);

    /// <summary>Returns a constant schedule.</summary>
    /// <param name="value">The value, finite.</param>
    public static Schedule Constant(double value) => new ConstantSchedule(Finite(value, nameof(value)));

    /// <summary>Returns a schedule that changes linearly from one value to another, then stays constant.</summary>
    /// <param name="from">The value at step 0.</param>
    /// <param name="to">The value from step <paramref name="steps"/> on.</param>
    /// <param name="steps">The number of steps of the change, at least 1.</param>
    public static Schedule Linear(double from, double to, long steps) =>
        new LinearSchedule(Finite(from, nameof(from)), Finite(to, nameof(to)), AtLeastOne(steps));

    /// <summary>
    /// Returns a schedule that changes along half a cosine, then stays constant (Loshchilov &amp; Hutter, 2017, eq. 5).
    /// </summary>
    /// <param name="from">The value at step 0.</param>
    /// <param name="to">The value from step <paramref name="steps"/> on.</param>
    /// <param name="steps">The number of steps of the change, at least 1.</param>
    public static Schedule Cosine(double from, double to, long steps) =>
        new CosineSchedule(Finite(from, nameof(from)), Finite(to, nameof(to)), AtLeastOne(steps));

    /// <summary>Returns a schedule that changes by a constant factor per step, then stays constant.</summary>
    /// <param name="from">The value at step 0, greater than 0.</param>
    /// <param name="to">The value from step <paramref name="steps"/> on, greater than 0.</param>
    /// <param name="steps">The number of steps of the change, at least 1.</param>
    public static Schedule Exponential(double from, double to, long steps) =>
        new ExponentialSchedule(Positive(from, nameof(from)), Positive(to, nameof(to)), AtLeastOne(steps));

    /// <summary>Returns a piecewise constant schedule that is multiplied by a factor at equal intervals.</summary>
    /// <param name="from">The value at step 0.</param>
    /// <param name="factor">The factor, greater than 0 and at most 1.</param>
    /// <param name="every">The number of steps between two changes, at least 1.</param>
    public static Schedule Step(double from, double factor, long every) =>
        new StepSchedule(Finite(from, nameof(from)), Shrinking(factor), AtLeastOne(every, nameof(every)));

    /// <summary>Returns this schedule with a linear warm-up from 0.</summary>
    /// <param name="steps">
    /// The number of steps of the warm-up, at least 1: at its step n, from 0, the value is multiplied by n/steps.
    /// </param>
    public Schedule WithWarmUp(long steps) => new WarmUpSchedule(this, AtLeastOne(steps));

    private static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"A schedule's {name} must be a finite number.");

    private static double Positive(double value, string name) => Finite(value, name) > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"An exponential schedule's {name} must be above 0.");

    private static double Shrinking(double factor) => factor is > 0 and <= 1
        ? factor
        : throw new ArgumentOutOfRangeException(
            nameof(factor), factor, "A schedule's factor must be greater than 0 and at most 1.");

    private static long AtLeastOne(long steps, string name = "steps") => steps >= 1
        ? steps
        : throw new ArgumentOutOfRangeException(name, steps, "A schedule must last at least 1 step.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record ConstantSchedule(double Value) : Schedule
    {
        public override double At(long step) => Value;

        public override string ToString() => Text($"{Value}");
    }

    private sealed record LinearSchedule(double From, double To, long Steps) : Schedule
    {
        public override double At(long step) => From + (To - From) * Math.Min(step, Steps) / Steps;

        public override string ToString() => Text($"Linear({From} → {To} in {Steps})");
    }

    private sealed record CosineSchedule(double From, double To, long Steps) : Schedule
    {
        public override double At(long step) =>
            To + (From - To) * (1 + Math.Cos(Math.PI * Math.Min(step, Steps) / Steps)) / 2;

        public override string ToString() => Text($"Cosine({From} → {To} in {Steps})");
    }

    private sealed record ExponentialSchedule(double From, double To, long Steps) : Schedule
    {
        public override double At(long step) => From * Math.Pow(To / From, (double)Math.Min(step, Steps) / Steps);

        public override string ToString() => Text($"Exponential({From} → {To} in {Steps})");
    }

    private sealed record StepSchedule(double From, double Factor, long Every) : Schedule
    {
        public override double At(long step) => From * Math.Pow(Factor, step / Every);

        public override string ToString() => Text($"Step({From}, times {Factor} every {Every})");
    }

    private sealed record WarmUpSchedule(Schedule Inner, long Steps) : Schedule
    {
        public override double At(long step) => Inner.At(step) * ((double)Math.Min(step, Steps) / Steps);

        public override string ToString() => Text($"{Inner} with a warm-up of {Steps}");
    }
}
