using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLNet.Gan;

/// <summary>Reads the encoding of a value as <see cref="ITablePart.ToJson"/> wrote it.</summary>
internal static class PartJson
{
    /// <summary>Reads an encoding.</summary>
    public static ITablePart<T> Read<TRaw, T>(TableType<TRaw, T> type, JsonObject json) where T : notnull
    {
        var explanation = json["explanation"]!.GetValue<string>();
        if (json["categories"] is { } categories)
            return new CategoryPart<TRaw, T>(type, Known(categories.Deserialize<CategoryShares<T>>()), explanation);

        (long, long)? grid = json["origin"] is { } origin ? (origin.GetValue<long>(), json["step"]!.GetValue<long>()) : null;
        var scale = type.StoredScale ?? throw new FormatException($"Values of type {type.Name} are no numbers.");
        return new NumberPart<TRaw, T>(type, scale(grid), Known(json["form"].Deserialize<NumberForm>()), Known(json["modes"].Deserialize<NumberMode[]>()),
            Known(json["frequent"].Deserialize<CategoryCount<T>[]>()), json["missing"]!.GetValue<long>(), explanation);
    }

    private static TPart Known<TPart>(TPart? part) where TPart : class => part ?? throw new FormatException("A part of it is null.");
}
