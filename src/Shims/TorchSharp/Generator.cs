using System.Runtime.InteropServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A source of random numbers on the CPU, whose state can be saved and restored; the Mersenne twister of PyTorch.
    /// </summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A generator that starts from a seed.</summary>
        /// <param name="seed">Equal seeds give equal numbers.</param>
        /// <param name="device">What <see cref="device"/> then tells; the numbers come from the CPU anyway.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            _handle = Check(shim_generator(seed));
        }

        internal Generator(nint handle)
        {
            device = CPU;
            _handle = handle;
        }

        /// <summary>Frees the native generator.</summary>
        ~Generator() => Dispose(false);

        /// <summary>The device that was given to the constructor; the CPU if none was.</summary>
        public Device device { get; }

        internal nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>Starts this generator anew from a seed.</summary>
        /// <param name="seed">Equal seeds give equal numbers.</param>
        /// <returns>This generator.</returns>
        public Generator manual_seed(long seed)
        {
            Check(shim_generator_set_seed(Handle, (ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>A copy of the state, as bytes on the CPU.</summary>
        public Tensor get_state()
        {
            Tensor state = new(Check(shim_generator_state(Handle)));
            GC.KeepAlive(this);
            return state;
        }

        /// <summary>Takes over a state that <see cref="get_state"/> gave: the numbers after it repeat.</summary>
        /// <param name="value">The bytes.</param>
        /// <exception cref="ExternalException">They are no state of such a generator.</exception>
        public void set_state(Tensor value)
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.dtype != ScalarType.Byte)
                throw new ExternalException($"The state of a generator is a tensor of bytes, not of {value.dtype}.");
            Check(shim_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        /// <summary>Frees the native generator; the process's own one only loses this handle.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native generator.</summary>
        /// <param name="disposing">Whether <see cref="Dispose()"/> calls, not the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
                shim_free_generator(handle);
        }
    }

    /// <summary>Seeds the generators that are used where none is given, on all devices.</summary>
    /// <param name="seed">Equal seeds give equal numbers.</param>
    /// <returns>The CPU's; dispose of it.</returns>
    public static Generator manual_seed(long seed)
    {
        Check(shim_manual_seed((ulong)seed));
        return new(Check(shim_default_generator()));
    }
}
