using System.Globalization;

namespace MLNet.Gan;

/// <summary>Numbers in the messages of tables.</summary>
internal static class TableText
{
    /// <summary>A date or a time, to the second where that is exact.</summary>
    /// <param name="time">The date or the time.</param>
    /// <param name="ticks">Its ticks.</param>
    public static string Time(IFormattable time, long ticks) =>
        time.ToString(time is TimeSpan ? "c" : ticks % TimeSpan.TicksPerSecond == 0 ? "s" : "o", CultureInfo.InvariantCulture);

    /// <summary>A share in percent.</summary>
    public static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.##} %");
}
