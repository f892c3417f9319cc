using System.Runtime.CompilerServices;

namespace MLNet.Gan;

/// <summary>
/// Argument checks of schedules, evaluated at step 0 and at later steps up to the end of every change.
/// </summary>
internal static class ScheduleCheck
{
    extension(Check)
    {
        public static Schedule NotNegative(Schedule value, [CallerMemberName] string name = "") =>
            Reached(value, name).All(reached => reached >= 0) ? value
                : throw Check.OutOfRange(name, value, "a number of at least 0 at every step");

        public static Schedule Share(Schedule value, [CallerMemberName] string name = "") =>
            Reached(value, name).All(reached => reached is >= 0 and <= 1) ? value
                : throw Check.OutOfRange(name, value, "a number between 0 and 1 at every step");
    }

    private static IEnumerable<double> Reached(Schedule value, string name) =>
        Enumerable.Range(0, 42).Select(power => Check.NotNull(value, name).At(power == 0 ? 0 : 1L << (power - 1)));
}
