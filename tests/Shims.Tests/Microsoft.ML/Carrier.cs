using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Shims.Tests;

/// <summary>Carries a payload through a saved model in built-in steps: a constant key, the text that it stands for, and the work.</summary>
internal static class Carrier
{
    public const string KeyContract = "Shims.Tests.Key";
    public const string WorkContract = "Shims.Tests.Work";
    public const string KeyColumn = "__key";
    public const string PayloadColumn = "__payload";
    public const string InputColumn = "__in";
    public const string OutputColumn = "__out";

    /// <summary>Y = payload · X.</summary>
    public static TransformerChain<ITransformer> Scaling(string payload)
    {
        var transforms = Some.Context.Transforms;
        var estimator = transforms.CustomMapping<Nothing, KeyOut>(KeyFactory.Map, KeyContract)
            .Append(transforms.Conversion.MapValue(PayloadColumn, new[] { new KeyValuePair<string, string>("payload", payload) }, KeyColumn))
            .Append(transforms.CopyColumns(InputColumn, "X"))
            .Append(transforms.CustomMapping<WorkIn, WorkOut>(WorkFactory.Map, WorkContract))
            .Append(transforms.CopyColumns("Y", OutputColumn))
            .Append(transforms.DropColumns(KeyColumn, PayloadColumn, InputColumn, OutputColumn));
        DataViewSchema.Builder input = new();
        input.AddColumn("X", new VectorDataViewType(NumberDataViewType.Single, 2));
        return new([.. estimator.Fit(new EmptyView(input.ToSchema()))]);
    }
}

public sealed class KeyOut
{
    [ColumnName(Carrier.KeyColumn)]
    public string Key { get; set; } = "";
}

public sealed class WorkIn
{
    [ColumnName(Carrier.PayloadColumn)]
    public ReadOnlyMemory<char> Payload { get; set; }

    [ColumnName(Carrier.InputColumn), VectorType]
    public VBuffer<float> X { get; set; }
}

public sealed class WorkOut
{
    [ColumnName(Carrier.OutputColumn), VectorType]
    public VBuffer<float> Y { get; set; }
}

[CustomMappingFactoryAttribute(Carrier.KeyContract)]
public sealed class KeyFactory : CustomMappingFactory<Nothing, KeyOut>
{
    public override Action<Nothing, KeyOut> GetMapping() => Map;

    public static void Map(Nothing source, KeyOut target) => target.Key = "payload";
}

[CustomMappingFactoryAttribute(Carrier.WorkContract)]
public sealed class WorkFactory : CustomMappingFactory<WorkIn, WorkOut>
{
    public static HashSet<string> Payloads { get; } = new(ReferenceEqualityComparer.Instance);

    public override Action<WorkIn, WorkOut> GetMapping() => Map;

    public static void Map(WorkIn source, WorkOut target)
    {
        Assert.IsTrue(MemoryMarshal.TryGetString(source.Payload, out var text, out _, out _));
        lock (Payloads)
            Payloads.Add(text);
        var factor = float.Parse(text, CultureInfo.InvariantCulture);
        target.Y = new(source.X.Length, [.. source.X.DenseValues().Select(x => factor * x)]);
    }
}
