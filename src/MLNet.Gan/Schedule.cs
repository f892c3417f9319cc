using System.Globalization;

namespace MLNet.Gan;

/// <summary>A number that may change during training: a pure function of the step.</summary>
/// <remarks>It holds no state, so a resumed run needs nothing from it.</remarks>
public abstract record Schedule
{
    /// <summary>The value at <paramref name="step"/>, which counts from 0.</summary>
    public abstract double At(long step);

    /// <summary>A schedule that never changes.</summary>
    public static implicit operator Schedule(double value) => Constant(value);

    /// <summary>A schedule that never changes.</summary>
    /// <param name="value">The value, finite.</param>
    public static Schedule Constant(double value) => new ConstantSchedule(Finite(value, nameof(value)));

    /// <summary>Moves from one value to another along a straight line, then stays.</summary>
    /// <param name="from">The value at step 0.</param>
    /// <param name="to">The value from step <paramref name="steps"/> on.</param>
    /// <param name="steps">The length of the way, at least 1.</param>
    public static Schedule Linear(double from, double to, long steps) =>
        new LinearSchedule(Finite(from, nameof(from)), Finite(to, nameof(to)), AtLeastOne(steps));

    /// <summary>
    /// Moves from one value to another along half a cosine, then stays (Loshchilov &amp; Hutter, 2017, eq. 5).
    /// </summary>
    /// <param name="from">The value at step 0.</param>
    /// <param name="to">The value from step <paramref name="steps"/> on.</param>
    /// <param name="steps">The length of the way, at least 1.</param>
    public static Schedule Cosine(double from, double to, long steps) =>
        new CosineSchedule(Finite(from, nameof(from)), Finite(to, nameof(to)), AtLeastOne(steps));

    private static double Finite(double value, string name) => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"A schedule's {name} must be a finite number.");

    private static long AtLeastOne(long steps) => steps >= 1
        ? steps
        : throw new ArgumentOutOfRangeException(nameof(steps), steps, "A schedule must last at least 1 step.");

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
}
