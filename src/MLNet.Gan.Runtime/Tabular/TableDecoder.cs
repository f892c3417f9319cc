namespace MLNet.Gan;

/// <summary>The decoder of a table as nodes of an ONNX graph.</summary>
internal static class TableDecoder
{
    /// <summary>
    /// Adds the nodes that decode rows, and an output for each column: Single, Double, Int64 (integers, keys from 1 with 0 for a
    /// missing one, and .NET ticks of dates and times), text or Boolean; [N, 1], or [N, size] of vectors.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="rows">The encoded rows [N, width].</param>
    /// <param name="taken">The names of the graph's inputs and other outputs.</param>
    /// <returns>The names of the outputs, in the order of the columns: theirs, with underscores behind those that are taken.</returns>
    public static IReadOnlyList<string> AddTo(OnnxGraph graph, TableEncoding encoding, OnnxValue rows, params IEnumerable<string> taken)
    {
        var names = OutputNames(encoding, taken);
        foreach (var (i, name) in names.Index())
        {
            var (value, element) = encoding.AddTo(graph, rows, i);
            graph.Output(name, value, element, encoding.Columns[i].Schema.Size);
        }

        return names;
    }

    private static List<string> OutputNames(TableEncoding encoding, IEnumerable<string> taken)
    {
        HashSet<string> used = [.. taken, .. encoding.Columns.Select(column => column.Schema.Name)];
        HashSet<string> refused = [.. taken];
        List<string> names = [];
        foreach (var name in encoding.Columns.Select(column => column.Schema.Name))
        {
            var unique = name;
            while (unique == name ? refused.Contains(unique) : !used.Add(unique))
                unique += "_";
            names.Add(unique);
        }

        return names;
    }
}
