namespace MLNet.Gan;

/// <summary>
/// Finds out whether a network computes with parameters that it does not list. They would not be trained, averaged or exported,
/// and nothing else would show it.
/// </summary>
internal static class HiddenParameters
{
    /// <summary>The output of a pass, with the graph of the listed parameters.</summary>
    /// <param name="network">The network.</param>
    /// <param name="role">What it is called in a message.</param>
    /// <param name="pass">The forward pass, on inputs without a graph.</param>
    /// <exception cref="InvalidOperationException">Unlisted parameters took part.</exception>
    public static Tensor Checked(nn.Module network, string role, Func<Tensor> pass)
    {
        Tensor[] learned = [.. network.parameters().Where(parameter => parameter.requires_grad)];
        Require(learned, false);
        try
        {
            // With nothing to learn in the list, a graph can come from nowhere else.
            if (pass().requires_grad)
                throw new InvalidOperationException(
                    $"The {role} {network.TypeName()} computes with parameters that its parameters() does not list, so they would not "
                        + $"be trained{Found(network)}. {Cure}, and requires_grad_(false) on what must not be trained.");
        }
        finally
        {
            Require(learned, true);
        }

        return pass();
    }

    /// <summary>How a network gets all its parts listed.</summary>
    public const string Cure =
        "Call RegisterComponents() at the end of the constructor, keep several modules in a Sequential or a ModuleList, and call "
            + "register_module, register_parameter or register_buffer for what else there is";

    /// <summary>The parts that are known not to be registered, as the end of a clause.</summary>
    public static string Found(nn.Module network) => UnregisteredParts.Of(network).ToList() switch
    {
        [] => "",
        [var one] => $": {one} is not registered",
        [var first, .. var others] => $": {first} and {others.Count} more are not registered",
    };

    private static void Require(Tensor[] parameters, bool gradients)
    {
        foreach (var parameter in parameters)
            parameter.requires_grad_(gradients);
    }
}
