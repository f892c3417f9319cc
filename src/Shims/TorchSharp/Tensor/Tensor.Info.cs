using System.Runtime.InteropServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe long[] shape
        {
            get
            {
                var info = Info();
                long[] sizes = [.. new ReadOnlySpan<long>(info.Sizes, info.Dimensions)];
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long ndim => Info().Dimensions;

        public ScalarType dtype => (ScalarType)Info().Type;

        public Device device
        {
            get
            {
                var info = Info();
                return new((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The memory of a contiguous tensor on the CPU.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                CheckOnCpu();
                if (!IsContiguous)
                    throw new NotImplementedException("The tensor is not contiguous: call contiguous() first.");
                var length = checked((int)(numel() * dtype.ElementSize()));
                return new(Data(), length);
            }
        }

        public long dim() => Info().Dimensions;

        public long numel() => Info().Count;

        public unsafe long size(int dim)
        {
            var info = Info();
            var value = info.Sizes[Wrapped(dim, info.Dimensions)];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>Sizes, element type and device: <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() =>
            IsInvalid ? "" : $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        internal unsafe long[] Strides
        {
            get
            {
                var info = Info();
                long[] strides = [.. new ReadOnlySpan<long>(info.Strides, info.Dimensions)];
                GC.KeepAlive(this);
                return strides;
            }
        }

        internal bool IsContiguous
        {
            get
            {
                var result = Check(shim_is_contiguous(Handle));
                GC.KeepAlive(this);
                return result != 0;
            }
        }

        internal TensorInfo Info()
        {
            var info = TensorInfo.Of(Handle);
            GC.KeepAlive(this);
            return info;
        }

        internal unsafe void* Data()
        {
            var data = shim_data(Handle);
            GC.KeepAlive(this);
            return data is null && numel() > 0 ? throw LastError() : data;
        }

        private static int Wrapped(int dim, int dimensions)
        {
            var index = dim < 0 ? dim + dimensions : dim;
            return index >= 0 && index < dimensions
                ? index
                : throw new ExternalException($"Dimension {dim} is out of range for {dimensions} dimensions.");
        }
    }
}
