using System.Collections;

namespace MLNet.Gan;

/// <summary>The choices of a set of options: every value that implements <see cref="IChoice"/>, with its parts.</summary>
internal static class OptionChoices
{
    public static IReadOnlyList<object> Of(GanOptions options) =>
    [
        .. from property in typeof(GanOptions).GetProperties()
           where property.CanRead
           let value = property.GetValue(options)
           from item in value is IEnumerable and not string ? ((IEnumerable)value).Cast<object?>() : [value]
           where item is IChoice
           from choice in WithParts(item)
           select choice,
    ];

    /// <summary>Choices, each followed by those that it is composed of.</summary>
    public static IEnumerable<object> WithParts(IEnumerable<object> choices) => choices.SelectMany(WithParts);

    /// <summary>Whether a choice and those that it is composed of are this library's.</summary>
    public static bool IsOurs(object choice) => WithParts(choice).All(part => part.GetType().Assembly == typeof(OptionChoices).Assembly);

    private static IEnumerable<object> WithParts(object? item) => item switch
    {
        null => [],
        IChoice choice => choice.Parts.SelectMany(WithParts).Prepend(choice),
        _ => [item],
    };
}
