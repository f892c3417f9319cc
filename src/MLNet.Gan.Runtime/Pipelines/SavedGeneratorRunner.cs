using System.ComponentModel;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The work of a saved network's chain. It is for the chain's own classes, not for callers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SavedGeneratorRunner
{
    private static readonly Decoded<ISavedNetwork> Known = new(Decode);

    /// <summary>Runs the network that a row carries on the rest of that row.</summary>
    /// <param name="row">The row.</param>
    public static VBuffer<float> Run(SavedGeneratorInput row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var output = Known.Of(row.Payload).Run(row);
        return new(output.Length, output);
    }

    private static ISavedNetwork Decode(string text) =>
        text.StartsWith(SavedFeatureNetwork.Mark, StringComparison.Ordinal)
            ? new SavedFeatureNetwork(text)
            : new SavedGenerator(text);
}
