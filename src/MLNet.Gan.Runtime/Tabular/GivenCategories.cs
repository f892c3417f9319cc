using System.Globalization;

namespace MLNet.Gan;

/// <summary>The categories that are asked for, by the block of their column.</summary>
internal static class GivenCategories
{
    private const int MostNames = 10;

    /// <summary>Returns the state of each block of categories that is asked for.</summary>
    /// <exception cref="ArgumentException">A column is no column of categories, or has no such value.</exception>
    public static IReadOnlyDictionary<int, int> Of(TableLayout layout, IReadOnlyDictionary<string, object?>? where)
    {
        TableBlock[] blocks = [.. layout.Blocks.Where(block => block.IsCondition)];
        Dictionary<int, int> asked = [];
        foreach (var (name, value) in where ?? new Dictionary<string, object?>())
        {
            var index = Array.FindIndex(blocks, block => block.Column == name);
            if (index < 0)
                throw new ArgumentException($"The table has no column of categories '{name}'. It has {Named(blocks.Select(block => block.Column))}.", nameof(where));
            var text = Text(value);
            var state = blocks[index].States.Index().FirstOrDefault(state => state.Item == text, (Index: -1, Item: "")).Index;
            asked[index] = state >= 0 ? state : throw new ArgumentException(
                $"Column '{name}' has no category '{text}'. It has {Named(blocks[index].States)}.", nameof(where));
        }

        return asked;
    }

    /// <summary>The name of a value's state.</summary>
    private static string Text(object? value) => value switch
    {
        null => "missing",
        bool isTrue => isTrue ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(MostNames).Select(name => $"'{name}'")) + (all.Count > MostNames ? $" and {all.Count - MostNames} more" : "");
    }
}
