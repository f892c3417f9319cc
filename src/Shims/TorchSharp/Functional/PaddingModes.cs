namespace TorchSharp;

/// <summary>What comes beyond the edge of a tensor.</summary>
public enum PaddingModes
{
    /// <summary>Its values mirrored at the edge, which itself is not repeated.</summary>
    Reflect = 1,

    /// <summary>The value at the edge.</summary>
    Replicate = 2,

    /// <summary>The values at the other end.</summary>
    Circular = 3,

    /// <summary>One given value.</summary>
    Constant = 4,
}
