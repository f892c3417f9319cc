namespace MLNet.Gan;

/// <summary>A further question to the discriminator: a linear layer of its own on the discriminator's features.</summary>
/// <param name="Name">What <see cref="DiscriminatorOutput.Heads"/> calls the answer.</param>
/// <param name="Outputs">The length of an answer, at least 1.</param>
/// <param name="ReplacesLabels">
/// Whether the discriminator shall not be told the class of a sample, since that is what the head is asked.
/// </param>
public sealed record DiscriminatorHead(string Name, int Outputs, bool ReplacesLabels = false)
{
    /// <inheritdoc cref="DiscriminatorHead(string, int, bool)" path="/param[@name='Name']"/>
    public string Name { get; init => field = Check.Name(value); } = Check.Name(Name);

    /// <inheritdoc cref="DiscriminatorHead(string, int, bool)" path="/param[@name='Outputs']"/>
    public int Outputs { get; init => field = Check.Positive(value); } = Check.Positive(Outputs);
}
