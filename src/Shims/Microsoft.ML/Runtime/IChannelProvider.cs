namespace Microsoft.ML.Runtime;

/// <summary>Opens channels for messages.</summary>
public interface IChannelProvider
{
    /// <summary>Opens a channel, to be disposed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is empty.</exception>
    IChannel Start(string name);
}
