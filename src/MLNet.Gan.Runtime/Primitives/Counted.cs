using System.Globalization;

namespace MLNet.Gan;

/// <summary>Numbers of things in words.</summary>
internal static class Counted
{
    /// <summary>Such as "1 row" or "2 rows".</summary>
    public static string Of(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
