namespace TorchSharp;

/// <summary>The kinds of devices.</summary>
public enum DeviceType
{
    /// <summary>The processor.</summary>
    CPU = 0,

    /// <summary>A GPU of NVIDIA.</summary>
    CUDA = 1,
}
