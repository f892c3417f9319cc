namespace Microsoft.ML.Internal;

/// <summary>Writes and reads a schema with those of its annotations whose values can be saved.</summary>
internal static class SchemaCodec
{
    public static void Write(BinaryWriter writer, DataViewSchema schema)
    {
        writer.Write(schema.Count);
        foreach (var column in schema)
        {
            writer.Write(column.Name);
            TypeCodec.Write(writer, column.Type);

            var annotations = column.Annotations.Schema.Where(kind => ValueCodec.Knows(kind.Type.RawType)).ToArray();
            writer.Write(annotations.Length);
            foreach (var kind in annotations)
            {
                writer.Write(kind.Name);
                TypeCodec.Write(writer, kind.Type);
                Generic.Call<object>(
                    typeof(SchemaCodec), nameof(WriteValue), [kind.Type.RawType], writer, column.Annotations, kind);
            }
        }
    }

    public static DataViewSchema Read(BinaryReader reader)
    {
        DataViewSchema.Builder schema = new();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            var type = TypeCodec.Read(reader);
            DataViewSchema.Annotations.Builder annotations = new();
            for (var kinds = reader.ReadInt32(); kinds > 0; kinds--)
            {
                var kind = reader.ReadString();
                var kindType = TypeCodec.Read(reader);
                annotations.Add(kind, kindType, Generic.Call<Delegate>(
                    typeof(SchemaCodec), nameof(ReadValue), [kindType.RawType], reader));
            }

            schema.AddColumn(name, type, annotations.ToAnnotations());
        }

        return schema.ToSchema();
    }

    private static object WriteValue<T>(BinaryWriter writer, DataViewSchema.Annotations annotations, DataViewSchema.Column kind)
    {
        T value = default!;
        annotations.GetGetter<T>(kind)(ref value);
        ValueCodec.Of<T>().Write(writer, value);
        return value!;
    }

    private static ValueGetter<T> ReadValue<T>(BinaryReader reader) => Copy<T>.Getter(ValueCodec.Of<T>().Read(reader));
}
