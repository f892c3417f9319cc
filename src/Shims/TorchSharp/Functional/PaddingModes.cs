namespace TorchSharp;

public enum PaddingModes
{
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
