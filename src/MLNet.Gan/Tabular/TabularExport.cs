namespace MLNet.Gan;

/// <summary>A trained generator of rows and its decoder as an ONNX file.</summary>
internal static class TabularExport
{
    private const int Rows = 256;
    private const double Tolerance = 1e-4;

    /// <summary>
    /// Exports a generator on the CPU. On 256 latents the file's encoded rows are compared with the generator's, and its columns with what
    /// C# decodes.
    /// </summary>
    /// <exception cref="InvalidOperationException">ONNX Runtime computes something else.</exception>
    public static byte[] ToOnnx(TabularGenerator generator, TabularNetworks networks, TableEncoding encoding)
    {
        var graph = new OnnxGraph("table");
        var latents = graph.Input(TableSession.Latent, OnnxElement.Single, networks.LatentSize);
        OnnxValue? condition = networks.Layout.ConditionSize() is > 0 and var size ? graph.Input(TableSession.Condition, OnnxElement.Single, size) : null;
        var rows = generator.AddTo(graph, latents, condition);
        graph.Output(TableSession.Rows, rows, networks.Layout.Width);
        var names = TableDecoder.AddTo(graph, encoding, rows, TableSession.Latent, TableSession.Condition, TableSession.Rows);
        var file = graph.ToBytes(new Dictionary<string, string> { [TableMetadata.Entry] = TableMetadata.ToText(encoding) });
        RequireEqual(generator, networks, encoding, names, file);
        return file;
    }

    private static void RequireEqual(
        TabularGenerator generator, TabularNetworks networks, TableEncoding encoding, IReadOnlyList<string> names, byte[] file)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var noise = new Generator(1);
        var latents = randn([Rows, networks.LatentSize], generator: noise);
        var size = networks.Layout.ConditionSize();
        var condition = size == 0 ? null : zeros(Rows, size);
        var expected = generator.Scores(latents, condition).flatten(0).data<float>().ToArray();
        List<(string, float[])> inputs = [(TableSession.Latent, latents.flatten(0).data<float>().ToArray())];
        if (size > 0)
            inputs.Add((TableSession.Condition, new float[Rows * size]));
        var outputs = OnnxOutputs.Of(file, Rows, inputs);

        var computed = (float[])outputs[TableSession.Rows];
        var unit = Math.Max(1, expected.Max(Math.Abs));
        var difference = expected.Zip(computed, (one, other) => Math.Abs(one - other)).Max();
        if (!(difference <= Tolerance * unit))
            throw new InvalidOperationException(
                $"ONNX Runtime's rows differ from the trained generator's by {difference:G3}, more than {Tolerance * unit:G3}, so no file was written. "
                    + "Its weights may be too large for single precision: lower the learning rate, or raise the penalties.");

        var stored = new StoredRows(computed, encoding.Layout.Width);
        foreach (var (i, column) in encoding.Columns.Index())
        {
            if (column.FirstDifference(stored, encoding.PlaceOf(i).Start, outputs[names[i]]) is { } found)
                throw new InvalidOperationException($"ONNX Runtime decodes rows otherwise than the library: {found}. No file was written. Please report it.");
        }
    }
}
