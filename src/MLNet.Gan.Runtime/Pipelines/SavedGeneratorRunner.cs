using System.ComponentModel;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Runs the network of a saved chain. For the chain's own classes, not for callers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SavedGeneratorRunner
{
    private static readonly Decoded<ISavedNetwork> Known = new(Decode);

    /// <summary>Runs the network in a row on the other columns of that row.</summary>
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
