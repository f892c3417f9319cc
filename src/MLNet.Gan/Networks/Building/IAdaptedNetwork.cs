namespace MLNet.Gan;

/// <summary>A network around a module of the user's own, which messages are to name.</summary>
internal interface IAdaptedNetwork
{
    /// <summary>The user's module.</summary>
    nn.Module Inner { get; }
}
