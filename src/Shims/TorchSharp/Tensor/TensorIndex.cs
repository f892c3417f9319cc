namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of an index.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Slice,
            Ellipsis,
            Tensor,
        }

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Is = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Values = tensor;
        }

        public static TensorIndex Null => default;

        public static TensorIndex None => default;

        public static TensorIndex Ellipsis => new(Kind.Ellipsis);

        public static TensorIndex Colon => new(Kind.Slice);

        internal Kind Is { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Values { get; }

        public static TensorIndex Single(long? index) => new(Kind.Single, index);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(Kind.Slice, start, stop, step);

        public static TensorIndex Slice(Range range) => new(
            Kind.Slice,
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End.IsFromEnd ? range.End.Value == 0 ? null : -range.End.Value : range.End.Value);

        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) =>
            Single(index.IsFromEnd ? -index.Value : index.Value);
    }
}
