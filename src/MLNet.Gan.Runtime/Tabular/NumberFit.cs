namespace MLNet.Gan;

/// <summary>Learns how numbers are encoded.</summary>
/// <param name="type">Their type.</param>
/// <param name="values">The values that are not missing, at least two different ones; they are read several times, and not copied.</param>
/// <param name="count">How many there are.</param>
/// <param name="missing">The number of missing values.</param>
/// <param name="name">The name of the column or slot, for messages.</param>
/// <param name="options">The options of the table.</param>
/// <param name="chosen">The options of the column.</param>
/// <param name="seed">The seed of the sample that the mixture is fitted to.</param>
internal sealed class NumberFit<TRaw, T>(
    TableType<TRaw, T> type, IEnumerable<T> values, long count, long missing, string name, TableEncodingOptions options, TableColumnOptions chosen, int seed)
    where T : notnull
{
    // A value is a state of its own if a tenth of the rows have it, and 20 of them.
    private const double FrequentShare = 0.1;
    private const int FewestRows = 20;

    /// <summary>Learns the encoding.</summary>
    public NumberPart<TRaw, T> Fit()
    {
        var (smallest, largest) = (values.Min()!, values.Max()!);
        var scale = type.LearnScale!(new(smallest, largest, values));
        var frequent = Frequent();
        HashSet<T> apart = [.. frequent.Select(pair => pair.Value)];
        var numbers = values.Where(value => !apart.Contains(value)).Select(scale.ToNumber);
        var sample = Sample(numbers);
        Array.Sort(sample);

        int? decimals = scale.Quantum is not null ? 0 : chosen.Decimals ?? DecimalPlaces.Of(values.Select(scale.ToNumber), typeof(T) == typeof(float));
        var bounds = NumberBounds.Of(scale, smallest, largest, decimals, chosen, name);
        RequireOfType(scale.FromNumber(bounds.Smallest));
        RequireOfType(scale.FromNumber(bounds.Largest));
        var logarithm = Logarithm.For(sample, numbers.Min(), numbers.Max(), chosen.UsesLogarithm);
        var positions = logarithm is null ? numbers : numbers.Select(logarithm.Of);
        var modes = NumberModes.Of(positions, count - frequent.Sum(pair => pair.Count), logarithm is null ? sample : Array.ConvertAll(sample, logarithm.Of), options.MaximumModes);
        return new(type, scale, new(logarithm, decimals, bounds.Smallest, bounds.Largest), modes, frequent, missing,
            Explanation(scale, logarithm, decimals, bounds, modes.Count, frequent));
    }

    /// <exception cref="InvalidOperationException">The type has no such value.</exception>
    private void RequireOfType(T bound)
    {
        bool isOfType;
        try
        {
            isOfType = EqualityComparer<T>.Default.Equals(type.Read(type.Write(bound)), bound);
        }
        catch (OverflowException)
        {
            isOfType = false;
        }

        if (!isOfType)
            throw new InvalidOperationException(
                $"A bound of column '{name}' is {type.Text(bound)}, which type {type.Name} does not have. Set Minimum and Maximum to values of the type, or leave them null.");
    }

    /// <summary>The very frequent values, but not all that there are.</summary>
    private CategoryCount<T>[] Frequent()
    {
        var sample = Sample(values);
        CategoryCount<T>[] found =
        [
            .. sample.CountBy(value => value).Where(pair => pair.Value > FrequentShare / 2 * sample.Length)
                .Select(pair => new CategoryCount<T>(pair.Key, values.LongCount(value => EqualityComparer<T>.Default.Equals(value, pair.Key))))
                .Where(pair => pair.Count >= FewestRows && pair.Count > FrequentShare * count)
                .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Value),
        ];
        return found.Sum(pair => pair.Count) < count ? found : [];
    }

    /// <summary>Some of the values, each with the same probability: algorithm R (Vitter, 1985).</summary>
    private TItem[] Sample<TItem>(IEnumerable<TItem> from)
    {
        List<TItem> sample = [];
        Random? random = null;
        foreach (var (i, item) in from.Index())
        {
            if (i < options.SampleRows)
            {
                sample.Add(item);
                continue;
            }

            var place = (random ??= new(seed)).NextInt64(i + 1L);
            if (place < sample.Count)
                sample[(int)place] = item;
        }

        return [.. sample];
    }

    private string Explanation(INumberScale<T> scale, Logarithm? logarithm, int? decimals, (double Smallest, double Largest) bounds, int modes, CategoryCount<T>[] frequent)
    {
        var kind = scale.Grid is { Step: > 1 } grid ? $"a time in steps of {new TimeSpan(grid.Step):c}" : decimals switch
        {
            null => "a number",
            0 => "a whole number",
            1 => "a number of one decimal",
            _ => $"a number of {decimals} decimals",
        };
        var share = missing > 0 ? $"; {TableText.Share(missing, count + missing)} missing" : "";
        var apart = frequent.Length > 0
            ? $"; {string.Join(" and ", frequent.Select(pair => $"{type.Text(pair.Value)} ({TableText.Share(pair.Count, count + missing)})"))} "
                + $"{(frequent.Length == 1 ? "is a state" : "are states")} of {(frequent.Length == 1 ? "its" : "their")} own"
            : "";
        var tails = logarithm is null ? "" : chosen.UsesLogarithm == true ? ", by their logarithm" : ", by their logarithm, since a tail is long";
        return $"is {kind} from {type.Text(scale.FromNumber(bounds.Smallest))} to {type.Text(scale.FromNumber(bounds.Largest))} in {modes} "
            + $"{(modes == 1 ? "mode" : "modes")}{tails}{apart}{share}.";
    }
}
