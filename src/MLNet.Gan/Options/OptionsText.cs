using System.Collections;
using System.Globalization;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>
/// The text of options, a line each, by which two sets are compared and a run is identified in its report.
/// </summary>
internal static class OptionsText
{
    /// <summary>The text, without one of the options if it is named.</summary>
    public static string Of(object options, string? except = null) => string.Join('\n', Values(options)
        .Where(option => option.Name != except).Select(option => $"{option.Name} = {option.Value}"));

    /// <summary>The name of every option, and its value as text.</summary>
    public static IReadOnlyList<(string Name, string Value)> Values(object options)
    {
        // A record prints its numbers in the culture of the thread.
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return
            [
                .. from property in options.GetType().GetProperties()
                   where property.CanRead
                   select (property.Name, Value(property.GetValue(options))),
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Value(object? value) => value switch
    {
        null => "none",
        string text => text,
        IFeatureExtractor network => network.Name,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(Value))}]",
        _ => value.ToString() ?? "",
    };
}
