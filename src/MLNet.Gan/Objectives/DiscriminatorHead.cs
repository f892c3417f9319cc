namespace MLNet.Gan;

/// <summary>A further output of the discriminator: a linear layer on its features.</summary>
/// <param name="Name">The key in <see cref="DiscriminatorOutput.Heads"/>.</param>
/// <param name="Outputs">The number of outputs, at least 1.</param>
/// <param name="ReplacesLabels">
/// Whether labels are kept from the discriminator, since the head predicts them.
/// </param>
public sealed record DiscriminatorHead(string Name, int Outputs, bool ReplacesLabels = false)
{
    /// <inheritdoc cref="DiscriminatorHead(string, int, bool)" path="/param[@name='Name']"/>
    public string Name { get; init => field = Check.Name(value); } = Check.Name(Name);

    /// <inheritdoc cref="DiscriminatorHead(string, int, bool)" path="/param[@name='Outputs']"/>
    public int Outputs { get; init => field = Check.Positive(value); } = Check.Positive(Outputs);
}
