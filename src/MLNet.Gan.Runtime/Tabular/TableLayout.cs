namespace MLNet.Gan;

/// <summary>What the numbers of an encoded row are.</summary>
/// <param name="Blocks">The blocks in the order of the row, without gaps.</param>
internal sealed record TableLayout(IReadOnlyList<TableBlock> Blocks)
{
    /// <summary>The number of floats in a row.</summary>
    public int Width { get; } = Blocks.Sum(block => block.Width);

    /// <summary>Returns the layout of rows of some columns.</summary>
    public static TableLayout Of(IEnumerable<ITableColumnEncoding> columns)
    {
        List<TableBlock> blocks = [];
        var start = 0;
        foreach (var (name, part) in columns.SelectMany(column => column.Parts.Select((part, slot) => (column.Schema.NameOf(slot), part))))
        {
            if (part.HasNumber)
                blocks.Add(new(name, start, 1, false, false, [], []));
            start += part.HasNumber ? 1 : 0;
            if (part.OneHotWidth() is > 0 and var width)
                blocks.Add(new(name, start, width, true, part.IsCondition, part.Counts, part.States));
            start += part.OneHotWidth();
        }

        return new(blocks);
    }
}
