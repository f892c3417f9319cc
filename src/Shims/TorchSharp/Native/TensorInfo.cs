using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What shim_info tells of a tensor; the pointers last as long as the tensor and its shape.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public long Count;
    public int Dimensions;
    public int Type;
    public int DeviceType;
    public int DeviceIndex;

    public static TensorInfo Of(nint handle)
    {
        TensorInfo info;
        NativeMethods.Check(NativeMethods.shim_info(handle, &info));
        return info;
    }
}
