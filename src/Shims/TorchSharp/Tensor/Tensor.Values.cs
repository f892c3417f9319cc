using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Reads the values of a tensor on the CPU.</summary>
        /// <typeparam name="T">The type of the elements.</typeparam>
        /// <exception cref="InvalidOperationException">It is not on the CPU.</exception>
        /// <exception cref="ArgumentException">Its elements are of another type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckOnCpu();
            CheckType(typeof(T));
            return new(this);
        }

        internal Scalar ToScalar() => numel() == 1
            ? Scalar.From(Op.LocalScalarDense.CallForValue(this))
            : throw new ArgumentException("Number of elements in the tensor must be 1");

        private void CheckOnCpu()
        {
            if (device.type == DeviceType.CPU)
                return;
            throw new InvalidOperationException(
                "Reading data from non-CPU memory is not supported. "
                + "Move or copy the tensor to the cpu before reading.");
        }

        private void CheckType(Type type)
        {
            var fits = dtype switch
            {
                ScalarType.Byte => type == typeof(byte),
                ScalarType.Int8 => type == typeof(sbyte),
                ScalarType.Int16 => type == typeof(short),
                ScalarType.Int32 => type == typeof(int),
                ScalarType.Int64 => type == typeof(long),
                ScalarType.Float16 => type == typeof(Half),
                ScalarType.Float32 => type == typeof(float),
                ScalarType.Float64 => type == typeof(double),
                ScalarType.Bool => type == typeof(bool),
                _ => false,
            };
            if (!fits)
                throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
        }
    }
}
