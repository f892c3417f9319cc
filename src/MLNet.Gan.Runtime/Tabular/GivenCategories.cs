using System.Globalization;

namespace MLNet.Gan;

/// <summary>The categories that are asked for.</summary>
/// <param name="States">The state of each block of categories that is asked for, by the block's index among them.</param>
/// <param name="Numbers">The numbers of an encoded row that say which of the rare categories is meant, by their places.</param>
internal sealed record GivenCategories(IReadOnlyDictionary<int, int> States, IReadOnlyDictionary<int, float> Numbers)
{
    private const int MostNames = 10;

    /// <summary>Finds the categories of a table.</summary>
    /// <exception cref="ArgumentException">A column is no column of categories, or has no such value.</exception>
    public static GivenCategories Of(TableEncoding encoding, IReadOnlyDictionary<string, object?>? where)
    {
        var layout = encoding.Layout;
        var blocks = layout.Blocks.Index().Where(block => block.Item.IsCondition).ToList();
        // In the order of the blocks: a slot of a vector may be called like another column.
        ITablePart[] parts = [.. encoding.Columns.SelectMany(column => column.Parts).Where(part => part.IsCondition)];
        Dictionary<int, int> states = [];
        Dictionary<int, float> numbers = [];
        foreach (var (name, value) in where ?? new Dictionary<string, object?>())
        {
            var index = blocks.FindIndex(block => block.Item.Column == name);
            if (index < 0)
                throw new ArgumentException(encoding.Columns.Any(column => column.Schema.Name == name)
                    ? $"Column '{name}' is not one of categories, or has only one. Rows of given numbers are made by Complete. Categories are those of "
                        + $"{Named(blocks.Select(block => block.Item.Column))}."
                    : $"The table has no column of categories '{name}'. It has {Named(blocks.Select(block => block.Item.Column))}.", nameof(where));
            var text = Text(value);
            var (place, block) = blocks[index];
            var found = parts[index].Find(text) ?? (text is "True" or "False" ? parts[index].Find(text.ToLowerInvariant()) : null); // As .NET writes them.
            var (state, number) = found ?? throw new ArgumentException(
                $"Column '{name}' has no {(text.Length == 0 ? "missing values" : $"category '{text}'")}. It has {Named(block.States)}.", nameof(where));
            states[index] = state;
            if (place > 0 && layout.Blocks[place - 1] is { IsOneHot: false } before && before.Column == name)
                numbers[before.Start] = number;
        }

        return new(states, numbers);
    }

    /// <summary>The text of a value, by which categories are found: "" for a missing one.</summary>
    private static string Text(object? value) => value switch
    {
        bool isTrue => isTrue ? "true" : "false",
        DateTime time => TableText.Time(time, time.Ticks),
        DateTimeOffset time => TableText.Time(time.ToUniversalTime(), time.UtcTicks),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture), // Without zeros at its end.
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(MostNames).Select(name => $"'{name}'")) + (all.Count > MostNames ? $" and {all.Count - MostNames} more" : "");
    }
}
