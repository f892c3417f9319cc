namespace MLNet.Gan.Metrics;

/// <summary>A point in the network where an output can be taken, in the order of the layers.</summary>
internal enum InceptionPoint
{
    /// <summary>After the first pooling: 64 channels.</summary>
    FirstPool,

    /// <summary>After the second pooling: 192 channels.</summary>
    SecondPool,

    /// <summary>After the last block of 17 × 17: 768 channels.</summary>
    Mixed6e,

    /// <summary>After the last block: 2048 channels.</summary>
    Mixed7c,

    /// <summary>After the last layer, without its bias: 1008 classes.</summary>
    Classifier,
}
