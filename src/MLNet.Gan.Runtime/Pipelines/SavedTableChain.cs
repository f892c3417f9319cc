using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>A chain of ML.NET's own transformers that contains a generator of table rows as text and completes rows in a custom mapping.</summary>
internal static class SavedTableChain
{
    /// <summary>Returns a generator as a chain.</summary>
    public static TransformerChain<ITransformer> Of(MLContext context, IReadOnlyList<TableColumnSchema> columns, byte[] file)
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(columns.Select(column => column.ToColumn()));
        var steps = SavedSteps.Begin(context, new EmptyView(builder.ToSchema()), SavedTable.Text(file));
        columns = SavedTableColumn.Ordered(columns);
        SavedTableColumn[] types = [.. columns.Select(SavedTableColumn.Of)];
        foreach (var (place, column) in columns.Index())
            steps.Add(context.Transforms.CopyColumns(SavedTableColumns.Given(place), column.Name).Fit);
        steps.Add(view => TableAssemblies.Factory(types).Fit(context, view));
        foreach (var (place, column) in columns.Index())
        {
            if (types[place].HasNames)
                steps.Add(context.Transforms.Conversion.MapValueToKey(column.Name, SavedTableColumns.Completed(place),
                    keyData: context.Data.LoadFromEnumerable(column.KeyNames.Select(name => new KeyName { Name = name }))).Fit);
            else
                steps.Add(context.Transforms.CopyColumns(column.Name, SavedTableColumns.Completed(place)).Fit);
        }

        steps.Add(context.Transforms.DropColumns(
        [
            .. SavedGeneratorColumns.Inputs, .. columns.Select((_, i) => SavedTableColumns.Given(i)), .. columns.Select((_, i) => SavedTableColumns.Completed(i)),
        ]).Fit);
        return steps.ToChain();
    }

    /// <summary>Returns the file of a generator in a saved pipeline; null where the path is no zip file, as pipelines are.</summary>
    /// <exception cref="FormatException">The zip file is no pipeline, or has no generator of table rows.</exception>
    public static byte[]? Load(MLContext context, string path)
    {
        if (!IsZip(path))
            return null;
        try
        {
            return Find(context, context.Model.Load(path, out _)) ?? throw new FormatException(
                $"'{path}' is a pipeline of ML.NET without a generator of table rows. Load it with ml.Model.Load.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"'{path}' is a zip file, but no pipeline of ML.NET: {error.Message} Give the file that ml.Model.Save or Save wrote.", error);
        }
    }

    private static bool IsZip(string path)
    {
        if (!File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        return file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
    }

    /// <summary>Returns the file in a chain, also one within it; null where there is none.</summary>
    private static byte[]? Find(MLContext context, ITransformer transformer)
    {
        if (transformer is not IEnumerable<ITransformer> chain)
            return null;
        foreach (var inner in chain)
        {
            if (Find(context, inner) is { } found)
                return found;
        }

        return SavedSteps.Payload(context, chain) is { } payload ? SavedTable.File(payload) : null;
    }

    private sealed class KeyName
    {
        public string Name { get; set; } = "";
    }
}
