namespace MLNet.Gan;

/// <summary>Where the numbers of a part lie in its encoding.</summary>
internal static class PartNumbers
{
    /// <summary>The number of floats of a part.</summary>
    public static int Width(this ITablePart part) => (part.HasNumber ? 1 : 0) + part.OneHotWidth();

    /// <summary>The number of floats of the one-hot vector: one for each state, or none if there is only one.</summary>
    public static int OneHotWidth(this ITablePart part) => part.Counts.Count > 1 ? part.Counts.Count : 0;

    /// <summary>Where each part begins.</summary>
    public static int[] Starts(this IReadOnlyList<ITablePart> parts) => [.. parts.Select((_, i) => parts.Take(i).Sum(part => part.Width()))];

    /// <summary>The state that an encoding has: the first of the largest numbers.</summary>
    public static int State(this ITablePart part, ReadOnlySpan<float> source)
    {
        var states = source[(part.HasNumber ? 1 : 0)..];
        var best = 0;
        for (var i = 1; i < states.Length; i++)
        {
            if (states[i] > states[best])
                best = i;
        }

        return best;
    }

    /// <summary>Sets the state of an encoding that is filled with 0.</summary>
    public static void SetState(this ITablePart part, Span<float> destination, int state)
    {
        if (part.Counts.Count > 1)
            destination[(part.HasNumber ? 1 : 0) + state] = 1;
    }

    /// <summary>Adds the nodes that take the numbers of a part out of encoded rows.</summary>
    public static PartSource Source(this ITablePart part, OnnxGraph graph, OnnxValue rows, int start)
    {
        OnnxValue Columns(int first, int count) => graph.Add("Slice", [rows, graph.Constant(first), graph.Constant(first + count), graph.Constant(1)]);
        var number = part.HasNumber ? Columns(start, 1) : OnnxValue.Absent;
        var state = part.OneHotWidth() > 0
            ? graph.Add("ArgMax", [Columns(start + (part.HasNumber ? 1 : 0), part.OneHotWidth())], OnnxAttribute.Of("axis", 1), OnnxAttribute.Of("keepdims", 1))
            : OnnxValue.Absent;
        return new(rows, number, state);
    }
}
