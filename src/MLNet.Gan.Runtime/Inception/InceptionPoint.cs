namespace MLNet.Gan.Metrics;

/// <summary>A place in the network where something can be taken out, in the order of the layers.</summary>
internal enum InceptionPoint
{
    /// <summary>Behind the first pooling: 64 channels.</summary>
    FirstPool,

    /// <summary>Behind the second pooling: 192 channels.</summary>
    SecondPool,

    /// <summary>Behind the last block of 17 × 17: 768 channels.</summary>
    Mixed6e,

    /// <summary>Behind the last block: 2048 channels.</summary>
    Mixed7c,

    /// <summary>Behind the last layer, whose bias is left out: 1008 classes.</summary>
    Classifier,
}
