using System.Runtime.CompilerServices;
using MLNet.Gan.Controllers;
using MLNet.Gan.Regularizers;

namespace MLNet.Gan;

/// <summary>Argument checks for <c>init</c> accessors; each returns the value it accepted.</summary>
internal static class Check
{
    public static double Positive(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "a number greater than 0");

    public static int Positive(int value, [CallerMemberName] string name = "") =>
        value > 0 ? value : throw OutOfRange(name, value, "greater than 0");

    public static long Positive(long value, [CallerMemberName] string name = "") =>
        value > 0 ? value : throw OutOfRange(name, value, "greater than 0");

    public static int NotNegative(int value, [CallerMemberName] string name = "") =>
        value >= 0 ? value : throw OutOfRange(name, value, "at least 0");

    public static double NotNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "a number of at least 0");

    public static Schedule NotNegative(Schedule value, [CallerMemberName] string name = "") =>
        Reached(value, name).All(reached => reached >= 0) ? value
            : throw OutOfRange(name, value, "a number of at least 0 at every step");

    public static Schedule Share(Schedule value, [CallerMemberName] string name = "") =>
        Reached(value, name).All(reached => reached is >= 0 and <= 1) ? value
            : throw OutOfRange(name, value, "a number between 0 and 1 at every step");

    public static double Fraction(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw OutOfRange(name, value, "at least 0 and less than 1");

    public static double Probability(double value, [CallerMemberName] string name = "") =>
        value is > 0 and <= 1 ? value : throw OutOfRange(name, value, "greater than 0 and at most 1");

    public static double Finite(double value, [CallerMemberName] string name = "") =>
        double.IsFinite(value) ? value : throw OutOfRange(name, value, "a finite number");

    public static T Defined<T>(T value, [CallerMemberName] string name = "") where T : struct, Enum =>
        Enum.IsDefined(value) ? value
            : throw OutOfRange(name, value, $"one of {string.Join(", ", Enum.GetNames<T>())}");
    public static double OpenFraction(double value, [CallerMemberName] string name = "") =>
        value is > 0 and < 1 ? value : throw OutOfRange(name, value, "greater than 0 and less than 1");

    public static double Share(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 1 ? value : throw OutOfRange(name, value, "at least 0 and at most 1");

    public static double Pixel(double value, [CallerMemberName] string name = "") =>
        value is >= -1 and <= 1 ? value : throw OutOfRange(name, value, "at least -1 and at most 1");

    public static double Angle(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and <= 180 ? value : throw OutOfRange(name, value, "at least 0 and at most 180 degrees");

    public static string Name(string value, [CallerMemberName] string name = "") =>
        !string.IsNullOrWhiteSpace(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} cannot be null or empty.");

    public static string? NameOrNull(string? value, [CallerMemberName] string name = "") =>
        value is null ? null : Name(value, name);

    public static T NotNull<T>(T value, [CallerMemberName] string name = "") where T : class =>
        value ?? throw new ArgumentNullException(name);

    public static nn.Module<Tensor, Tensor> Evaluating(
        nn.Module<Tensor, Tensor> value, [CallerMemberName] string name = "") =>
        !NotNull(value, name).training
            ? value
            : throw new ArgumentException($"{name} is in training mode. Call its eval() first.", name);

    public static IReadOnlyList<IRegularizer> Intervals(
        IReadOnlyList<IRegularizer> value, [CallerMemberName] string name = "") =>
        NotNull(value, name).FirstOrDefault(regularizer => regularizer.Interval < 1) is { } wrong
            ? throw OutOfRange(name, wrong, "regularizers whose interval is at least 1")
            : value;

    public static IReadOnlyList<IController> Intervals(
        IReadOnlyList<IController> value, [CallerMemberName] string name = "") =>
        NotNull(value, name).FirstOrDefault(controller => controller.Interval < 1) is { } wrong
            ? throw OutOfRange(name, wrong, "controllers whose interval is at least 1")
            : value;

    /// <summary>The values at the start and at ever later steps, by which every schedule has come to its end.</summary>
    private static IEnumerable<double> Reached(Schedule value, string name) =>
        Enumerable.Range(0, 42).Select(power => NotNull(value, name).At(power == 0 ? 0 : 1L << (power - 1)));

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string expected) =>
        new(name, value, $"{name} must be {expected}.");
}
