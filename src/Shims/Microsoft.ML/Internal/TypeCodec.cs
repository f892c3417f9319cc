using Microsoft.ML.Data;

namespace Microsoft.ML.Internal;

/// <summary>Writes and reads column types.</summary>
internal static class TypeCodec
{
    private const string Boolean = "Boolean";
    private const string Text = "Text";
    private const string Key = "Key";
    private const string Vector = "Vector";

    public static void Write(BinaryWriter writer, DataViewType type)
    {
        switch (type)
        {
            case NumberDataViewType:
                writer.Write(type.RawType.Name);
                break;
            case BooleanDataViewType:
                writer.Write(Boolean);
                break;
            case TextDataViewType:
                writer.Write(Text);
                break;
            case KeyDataViewType key:
                writer.Write(Key);
                writer.Write(key.RawType.Name);
                writer.Write(key.Count);
                break;
            case VectorDataViewType vector:
                writer.Write(Vector);
                Write(writer, vector.ItemType);
                writer.Write(vector.Dimensions.Length);
                foreach (var dimension in vector.Dimensions)
                    writer.Write(dimension);
                break;
            default:
                throw new InvalidOperationException($"Columns of type '{type}' cannot be saved.");
        }
    }

    public static DataViewType Read(BinaryReader reader)
    {
        var name = reader.ReadString();
        return name switch
        {
            Boolean => BooleanDataViewType.Instance,
            Text => TextDataViewType.Instance,
            Key => new KeyDataViewType(Number(reader.ReadString()).RawType, reader.ReadUInt64()),
            Vector => new VectorDataViewType(
                (PrimitiveDataViewType)Read(reader),
                Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32()).ToArray()),
            _ => Number(name),
        };
    }

    private static NumberDataViewType Number(string name) =>
        NumberDataViewType.All.FirstOrDefault(number => number.RawType.Name == name)
        ?? throw new FormatException("Corrupt model file");
}
