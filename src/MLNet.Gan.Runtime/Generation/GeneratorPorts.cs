namespace MLNet.Gan;

/// <summary>Which inputs of a generator's file are latents, classes and constants.</summary>
internal sealed record GeneratorPorts(OnnxPort Latents, OnnxPort? Classes, IReadOnlyList<OnnxPort> Constants)
{
    /// <summary>Assigns the inputs of a file by the options, or else by their types and shapes.</summary>
    /// <exception cref="FormatException">An input that the options name is missing, or the inputs are ambiguous.</exception>
    public static GeneratorPorts Of(IReadOnlyList<OnnxPort> inputs, ExternalGeneratorOptions options)
    {
        foreach (var name in (string?[])[options.LatentInput, options.ClassInput, .. options.Constants.Keys])
        {
            if (name is not null && inputs.All(port => port.Name != name))
                throw new FormatException($"The generator has no input '{name}'. It has {Text(inputs)}.");
        }

        OnnxPort[] constants = [.. inputs.Where(port => options.Constants.ContainsKey(port.Name) || port.Dimensions.Contains(0))];
        OnnxPort[] rest = [.. inputs.Except(constants)];
        var classes = options.ClassInput is { } named ? rest.FirstOrDefault(port => port.Name == named) : OnlyIntegers(rest);
        rest = [.. rest.Where(port => port != classes)];
        var latents = options.LatentInput is { } asked ? rest.FirstOrDefault(port => port.Name == asked) : OnlyVectors(rest, inputs);
        if (latents is null || rest.Length > 1)
            throw Ambiguous(inputs, [.. rest.Where(port => port != latents)]);
        return latents.Dimensions.Length >= 2 ? new(latents, classes, constants) : throw new FormatException(
            $"The input {latents} must have an axis for the batch and one for latents.");
    }

    private static OnnxPort? OnlyIntegers(OnnxPort[] rest)
    {
        OnnxPort[] found = [.. rest.Where(port => port.ElementType == typeof(long) || port.ElementType == typeof(int))];
        return found.Length <= 1 ? found.FirstOrDefault() : throw new FormatException(
            $"The generator has several inputs of integers: {Text(found)}. Name that of the classes by ClassInput "
                + "(--class-input NAME), and give each other one a value by Constants (--set NAME=VALUE).");
    }

    private static OnnxPort? OnlyVectors(OnnxPort[] rest, IReadOnlyList<OnnxPort> inputs)
    {
        OnnxPort[] floats = [.. rest.Where(port => OnnxNumber.IsFloating(port.ElementType))];
        OnnxPort[] vectors = [.. floats.Where(port => port.Dimensions.Length >= 2)];
        return vectors.Length switch
        {
            1 => vectors[0],
            0 => floats.Length == 1 ? floats[0] : throw new FormatException(
                $"The generator has no input of latents, vectors of floats [N, …]. It has {Text(inputs)}."),
            _ => throw Ambiguous(inputs, vectors),
        };
    }

    private static FormatException Ambiguous(IReadOnlyList<OnnxPort> inputs, OnnxPort[] open) => new(
        $"The generator takes {Text(inputs)}, of which {Text(open)} can have several meanings. Name the latents by LatentInput "
            + "(--latent-input NAME), one-hot vectors of classes by ClassInput (--class-input NAME), and give each other input "
            + "a value by Constants (--set NAME=VALUE), for instance --set psi=1.");

    private static string Text(IEnumerable<OnnxPort> ports) => string.Join(", ", ports);
}
