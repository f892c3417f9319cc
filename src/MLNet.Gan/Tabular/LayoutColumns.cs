namespace MLNet.Gan;

/// <summary>Places of numbers in encoded rows and in conditions.</summary>
internal static class LayoutColumns
{
    extension(TableLayout layout)
    {
        /// <summary>The blocks of categories that conditions are made of, in their order.</summary>
        public IEnumerable<TableBlock> ConditionBlocks() => layout.Blocks.Where(block => block.IsCondition);

        /// <summary>The length of a condition.</summary>
        public int ConditionSize() => layout.ConditionBlocks().Sum(block => block.Width);

        /// <summary>For each number of a row its place in a condition; the condition's length where it has none.</summary>
        public long[] PlacesInCondition()
        {
            var size = layout.ConditionSize();
            long[] places = [.. Enumerable.Repeat((long)size, layout.Width)];
            var next = 0L;
            foreach (var block in layout.ConditionBlocks())
            {
                for (var i = 0; i < block.Width; i++)
                    places[block.Start + i] = next++;
            }

            return places;
        }
    }
}
