using System.Globalization;

namespace MLNet.Gan;

/// <summary>Numbers in the messages of tables.</summary>
internal static class TableText
{
    /// <summary>A share in percent.</summary>
    public static string Share(long part, long whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.##} %");
}
