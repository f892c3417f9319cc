using System.Runtime.CompilerServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers in native memory, with the history that automatic differentiation needs.</summary>
    public partial class Tensor : IDisposable
    {
        private static long Total;
        private static long Peak;

        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            var count = Interlocked.Increment(ref Total);
            if (count > Volatile.Read(ref Peak))
                RaisePeak(count);
            var manager = DisposeScopeManager.Current;
            var scope = manager.Innermost;
            manager.Counts.Created(scope is not null);
            scope?.Add(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>How many tensors are alive in this process.</summary>
        public static long TotalCount => Volatile.Read(ref Total);

        /// <summary>The most tensors that were ever alive at once.</summary>
        public static long PeakCount => Volatile.Read(ref Peak);

        public nint Handle => _handle != 0
            ? _handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningScope { get; set; }

        internal int PlaceInScope { get; set; }

        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

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
            var scope = OwningScope;
            if (disposing && scope is not null)
                scope.Remove(this);
            Free(disposing, scope is not null);
        }

        /// <summary>Disposes without telling the scope, which forgets all its tensors at once.</summary>
        internal void DisposeFromScope()
        {
            OwningScope = null;
            Free(disposing: true, inScope: true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Hands the native tensor over: this object is invalid afterwards.</summary>
        internal nint Release()
        {
            var handle = Handle;
            _handle = 0;
            Forget(OwningScope is not null);
            OwningScope?.Remove(this);
            GC.SuppressFinalize(this);
            return handle;
        }

        private static void RaisePeak(long count)
        {
            for (var peak = Volatile.Read(ref Peak); count > peak;)
            {
                var seen = Interlocked.CompareExchange(ref Peak, count, peak);
                if (seen == peak)
                    return;
                peak = seen;
            }
        }

        private static void Forget(bool inScope)
        {
            Interlocked.Decrement(ref Total);
            DisposeScopeManager.Current.Counts.Disposed(inScope);
        }

        private void Free(bool disposing, bool inScope)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
                return;
            shim_free(handle);
            if (disposing)
                Forget(inScope);
            else
                Interlocked.Decrement(ref Total);
        }
    }
}
