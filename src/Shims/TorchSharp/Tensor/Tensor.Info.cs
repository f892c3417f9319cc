using System.Runtime.InteropServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of the dimensions, in a new array.</summary>
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

        /// <summary>How many dimensions.</summary>
        public long ndim => Info().Dimensions;

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => (ScalarType)Info().Type;

        /// <summary>Where the tensor lies; a GPU always with its number.</summary>
        public Device device
        {
            get
            {
                var info = Info();
                return new((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        /// <summary>The memory of a contiguous tensor on the CPU, to read and write while the tensor lives.</summary>
        /// <exception cref="InvalidOperationException">It is not on the CPU.</exception>
        /// <exception cref="NotImplementedException">It is not contiguous.</exception>
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

        /// <inheritdoc cref="ndim"/>
        public long dim() => Info().Dimensions;

        /// <summary>How many elements: the product of the sizes.</summary>
        public long numel() => Info().Count;

        /// <summary>The size of a dimension.</summary>
        /// <param name="dim">Which one; negative ones count from the last.</param>
        /// <exception cref="ExternalException">There is no such dimension.</exception>
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
