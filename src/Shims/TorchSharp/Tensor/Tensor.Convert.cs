namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="to_type(ScalarType, bool, bool, bool)"/>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The tensor with elements of a type.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">
        /// Whether the result has memory of its own even if nothing changes; else it then shares this one's.
        /// </param>
        /// <param name="disposeAfter">Whether this tensor is disposed.</param>
        /// <param name="non_blocking">Whether a copy between devices may go on after the call.</param>
        public Tensor to_type(
            ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert(type, null, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device.</summary>
        /// <param name="device">Where to.</param>
        /// <param name="copy">
        /// Whether the result has memory of its own even if nothing changes; else it then shares this one's.
        /// </param>
        /// <param name="disposeAfter">Whether this tensor is disposed.</param>
        /// <param name="non_blocking">Whether a copy between devices may go on after the call.</param>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert(null, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a device, with elements of a type.</summary>
        /// <param name="type">The type.</param>
        /// <param name="device">Where to.</param>
        /// <param name="copy">
        /// Whether the result has memory of its own even if nothing changes; else it then shares this one's.
        /// </param>
        /// <param name="disposeAfter">Whether this tensor is disposed.</param>
        /// <param name="non_blocking">Whether a copy between devices may go on after the call.</param>
        public Tensor to(
            ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert(type, device, copy, disposeAfter, non_blocking);

        /// <summary>The tensor on another's device, with elements of the other's type.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="non_blocking">Whether a copy between devices may go on after the call.</param>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            Convert(other.dtype, other.device, copy: false, disposeAfter: false, non_blocking);

        /// <summary>The tensor on the CPU; there it shares the memory.</summary>
        public Tensor cpu() => to(CPU);

        /// <summary>The tensor on a GPU; there it shares the memory.</summary>
        /// <param name="device">Which GPU; the current one if null.</param>
        /// <param name="non_blocking">Whether the copy may go on after the call.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no such GPU.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? CUDA, non_blocking: non_blocking);

        /// <summary>The tensor in single precision; it shares the memory if it is already.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>The tensor in double precision; it shares the memory if it is already.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>
        /// The tensor as whole numbers of 64 bits, cut off towards 0; it shares the memory if it is already.
        /// </summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        private Tensor Convert(ScalarType? type, Device? device, bool copy, bool disposeAfter, bool nonBlocking)
        {
            var result = Op.ToDtypeLayout.Call(
                this, type, Argument.None, device, Argument.None, nonBlocking, copy);
            if (disposeAfter)
                Dispose();
            return result;
        }
    }
}
