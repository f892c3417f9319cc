using System.Runtime.CompilerServices;

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

    /// <summary>A list without null in it.</summary>
    public static IReadOnlyList<T> Items<T>(IReadOnlyList<T> value, [CallerMemberName] string name = "") where T : class
    {
        for (var index = 0; index < NotNull(value, name).Count; index++)
        {
            if (value[index] is null)
                throw new ArgumentException($"{name}[{index}] is null. Leave it out, or put a {typeof(T).Name} there.", name);
        }

        return value;
    }

    /// <summary>A list of which each item fits.</summary>
    public static IReadOnlyList<T> Each<T>(
        IReadOnlyList<T> value, Func<T, bool> fits, string expected, [CallerMemberName] string name = "")
        where T : class => Items(value, name).FirstOrDefault(item => !fits(item)) is { } wrong
            ? throw OutOfRange(name, wrong, expected)
            : value;

    public static ArgumentOutOfRangeException OutOfRange(string name, object value, string expected) =>
        new(name, value, $"{name} must be {expected}.");
}
