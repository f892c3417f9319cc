using System.ComponentModel;
using Microsoft.ML.Data;

namespace MLNet.Gan.Pipelines;

/// <summary>The work of a saved network's chain. It is for the chain's own classes, not for callers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CarriedNetwork
{
    private static readonly Decoded<ICarriedNetwork> Known = new(Decode);

    /// <summary>Runs the network that a row carries on the rest of that row.</summary>
    /// <param name="row">The row.</param>
    public static VBuffer<float> Run(CarriedInput row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var output = Known.Of(row.Payload).Run(row);
        return new(output.Length, output);
    }

    private static ICarriedNetwork Decode(string text) =>
        text.StartsWith(CarriedFeatures.Mark, StringComparison.Ordinal)
            ? new CarriedFeatures(text)
            : new CarriedGenerator(text);
}
