using System.Runtime.CompilerServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers in native memory, with the history that automatic differentiation needs.</summary>
    /// <remarks>
    /// What libtorch refuses throws <see cref="System.Runtime.InteropServices.ExternalException"/>, and what is done to
    /// a disposed tensor <see cref="InvalidOperationException"/>. A name that ends in an underscore changes the tensor
    /// and gives it back; all other methods give a new one.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private static long Total;

        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            Interlocked.Increment(ref Total);
            DisposeScopeManager.Current.Innermost?.Add(this);
        }

        /// <summary>Frees the native tensor.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>How many tensors are alive in this process.</summary>
        public static long TotalCount => Volatile.Read(ref Total);

        internal nint Handle => _handle != 0
            ? _handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        /// <summary>Whether the native tensor is gone: disposed, or taken over by a parameter.</summary>
        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningScope { get; set; }

        internal int PlaceInScope { get; set; }

        /// <summary>Frees the native tensor and leaves the scope that owns it; a second time it does nothing.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Leaves the scope that owns this tensor: nobody does then.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        /// <summary>
        /// Goes from the scope that owns this tensor to the one around it; without one nobody owns it then.
        /// </summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Goes to the scope that owns another tensor.</summary>
        /// <param name="other">The other tensor; if nobody owns it, nobody owns this one then.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(other.OwningScope);
        }

        /// <summary>Goes to a scope.</summary>
        /// <param name="other">The scope; null for nobody.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningScope is { } owner)
                owner.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Whether two tensors have equal sizes and values.</summary>
        /// <param name="target">The other tensor.</param>
        public bool Equals(Tensor target) => target is not null && Op.Equal.CallForValue(this, target).Payload != 0;

        /// <summary>
        /// Whether something is a tensor of equal sizes and values; equal tensors may have different hashes.
        /// </summary>
        /// <param name="obj">The other tensor.</param>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>A hash of the object, not of its values.</summary>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>Frees the native tensor.</summary>
        /// <param name="disposing">Whether <see cref="Dispose()"/> calls, not the finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
                OwningScope?.Remove(this);
            Free();
        }

        /// <summary>Disposes without telling the scope, which forgets all its tensors at once.</summary>
        internal void DisposeFromScope()
        {
            OwningScope = null;
            Free();
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the native tensor over: this object is invalid afterwards.</summary>
        internal nint Release()
        {
            var handle = Handle;
            _handle = 0;
            Interlocked.Decrement(ref Total);
            OwningScope?.Remove(this);
            GC.SuppressFinalize(this);
            return handle;
        }

        private void Free()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            shim_free(handle);
            Interlocked.Decrement(ref Total);
        }
    }
}
