namespace MLNet.Gan.Metrics;

/// <summary>
/// The Inception network that FID, KID and the Inception score are defined by, known by its name and by the hash of its
/// published file. Scores of other networks, and of other weights in the same network, have other names.
/// </summary>
internal static class AuthorsNetwork
{
    /// <summary>The name of the network, and of one with other weights.</summary>
    public const string Name = "inception-2015-12-05", OfOtherWeights = "inception-v3";

    /// <summary>The first digits of the SHA-256 of pt_inception-2015-12-05-6726825d.pth.</summary>
    public const string Weights = "6726825d";

    /// <summary>Returns whether these are the weights that the authors published.</summary>
    /// <param name="source">The SHA-256 of the file, or its first eight digits.</param>
    public static bool IsOf(string source) => source.StartsWith(Weights, StringComparison.Ordinal);

    /// <summary>Returns the name of a metric of features: one for the authors' network, one for all others.</summary>
    public static string NameOfFeatures(Protocol protocol, string ofAuthors, string ofOthers) =>
        Is(protocol.Network, protocol.Weights) ? ofAuthors : ofOthers;

    /// <summary>Returns the name of a metric of logits: one for the authors' network, one for all others.</summary>
    public static string NameOfLogits(Protocol protocol, string ofAuthors, string ofOthers) =>
        Is(protocol.Classifier, protocol.ClassifierWeights) ? ofAuthors : ofOthers;

    private static bool Is(string network, string weights) =>
        (network == Name || network.StartsWith(Name + "/", StringComparison.Ordinal)) && IsOf(weights);
}
