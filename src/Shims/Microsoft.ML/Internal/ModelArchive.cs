using System.IO.Compression;

namespace Microsoft.ML.Internal;

/// <summary>The zip file of a model: a folder for each component, and one for the schema.</summary>
internal static class ModelArchive
{
    private const string ModelName = "TransformerChain";
    private const string LoaderName = "Loader.txt";
    private const string DataName = "Data.bin";
    private const string SchemaName = "Schema.bin";

    public static void Write(Stream stream, ModelFolder model, DataViewSchema? schema)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, ModelName, model);
        if (schema is null)
            return;
        using var writer = new BinaryWriter(zip.CreateEntry(SchemaName).Open());
        SchemaCodec.Write(writer, schema);
    }

    public static (ModelFolder Model, DataViewSchema? Schema) Read(Stream stream)
    {
        // As with the real package, what is no zip file at all is the archive's InvalidDataException.
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var model = Read(zip, ModelName + "/");
        if (zip.GetEntry(SchemaName) is not { } entry)
            return (model, null);
        using var reader = new BinaryReader(Content(entry));
        return (model, ReadSchema(reader));
    }

    private static DataViewSchema ReadSchema(BinaryReader reader)
    {
        try
        {
            return SchemaCodec.Read(reader);
        }
        catch (EndOfStreamException ex)
        {
            throw new FormatException("Corrupt model file", ex);
        }
    }

    private static void Write(ZipArchive zip, string path, ModelFolder folder)
    {
        using (var writer = new StreamWriter(zip.CreateEntry($"{path}/{LoaderName}").Open()))
            writer.Write(folder.Loader);
        using (var data = zip.CreateEntry($"{path}/{DataName}").Open())
            folder.Data.WriteTo(data);
        foreach (var (name, child) in folder.Children)
            Write(zip, $"{path}/{name}", child);
    }

    private static ModelFolder Read(ZipArchive zip, string path)
    {
        var entries = zip.Entries.Where(entry => entry.FullName.StartsWith(path, StringComparison.Ordinal)).ToList();
        if (entries.Find(entry => entry.FullName == path + LoaderName) is not { } loader
            || entries.Find(entry => entry.FullName == path + DataName) is not { } data)
            throw new FormatException("Corrupt model file");

        using var reader = new StreamReader(loader.Open());
        var folder = new ModelFolder { Loader = reader.ReadToEnd(), Data = Content(data) };
        var children = entries.Select(entry => entry.FullName[path.Length..].Split('/'))
            .Where(parts => parts.Length > 1).Select(parts => parts[0]).Distinct();
        foreach (var child in children)
            folder.Children.Add(child, Read(zip, $"{path}{child}/"));
        return folder;
    }

    private static MemoryStream Content(ZipArchiveEntry entry)
    {
        MemoryStream content = new();
        using (var stream = entry.Open())
            stream.CopyTo(content);
        content.Position = 0;
        return content;
    }
}
