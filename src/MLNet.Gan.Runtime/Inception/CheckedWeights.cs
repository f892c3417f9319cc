namespace MLNet.Gan.Metrics;

/// <summary>The tensors of a file that should be an Inception network. What is missing or wrong is named.</summary>
internal sealed class CheckedWeights(IReadOnlyDictionary<string, WeightTensor> tensors)
{
    private const string WhatToDo =
        "Import pt_inception-2015-12-05-6726825d.pth, classify_image_graph_def.pb, or the folder of nsfwjs 4.3.0, "
            + "copied whole.";

    /// <summary>The finite values of a tensor of this shape.</summary>
    /// <exception cref="FormatException">There is no such tensor, or it is another.</exception>
    public float[] Get(string name, params int[] shape)
    {
        if (!tensors.TryGetValue(name, out var tensor))
            throw new FormatException($"The weights lack '{name}', which Inception v3 has. {WhatToDo}");
        if (!tensor.Shape.SequenceEqual(shape))
        {
            throw new FormatException(
                $"'{name}' of the weights has the shape [{string.Join(", ", tensor.Shape)}], but in Inception v3 it is "
                    + $"[{string.Join(", ", shape)}]. {WhatToDo}");
        }

        var size = shape.Aggregate(1, (product, side) => product * side);
        if (tensor.Values.Length != size)
        {
            throw new FormatException(
                $"'{name}' of the weights has {tensor.Values.Length} values instead of {size}. {WhatToDo}");
        }

        var wrong = Array.FindIndex(tensor.Values, value => !float.IsFinite(value));
        return wrong < 0 ? tensor.Values : throw new FormatException(
            $"Value {wrong} of '{name}' of the weights is {tensor.Values[wrong]}, which is no weight. {WhatToDo}");
    }

    /// <summary>The values of a tensor of variances, none of which is negative.</summary>
    /// <exception cref="FormatException">There is no such tensor, or it is another.</exception>
    public float[] Variances(string name, int count)
    {
        var values = Get(name, count);
        var wrong = Array.FindIndex(values, value => value < 0);
        return wrong < 0 ? values : throw new FormatException(
            $"Value {wrong} of '{name}' of the weights is {values[wrong]}, but a variance is at least 0. {WhatToDo}");
    }

    /// <summary>Refuses tensors that the network does not have, since the file is then of another one.</summary>
    /// <exception cref="FormatException">There is one.</exception>
    public void RequireNothingBut(Func<string, bool> isKnown)
    {
        if (tensors.Keys.FirstOrDefault(name => !isKnown(name)) is { } stranger)
            throw new FormatException($"The weights have '{stranger}', which Inception v3 has not. {WhatToDo}");
    }
}
