using System.Runtime.CompilerServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers in native memory, with the history that automatic differentiation needs.</summary>
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

        ~Tensor() => Dispose(false);

        /// <summary>How many tensors are alive in this process.</summary>
        public static long TotalCount => Volatile.Read(ref Total);

        internal nint Handle => _handle != 0
            ? _handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningScope { get; set; }

        internal int PlaceInScope { get; set; }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(other.OwningScope);
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningScope is { } owner)
                owner.MoveToOther(other, this);
            else
                other?.Attach(this);
            return this;
        }

        /// <summary>Compares sizes and values, not identity.</summary>
        public bool Equals(Tensor target) => target is not null && Op.Equal.CallForValue(this, target).Payload != 0;

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

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
