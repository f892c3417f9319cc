namespace MLNet.Gan;

/// <summary>
/// A network around a module supplied by the user, whose type messages name instead of the wrapper's.
/// </summary>
internal interface IAdaptedNetwork
{
    /// <summary>The user's module.</summary>
    nn.Module Inner { get; }
}
