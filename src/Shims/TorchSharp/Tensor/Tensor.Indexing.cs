namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params long[] indices]
        {
            get => index(Array.ConvertAll(indices, TensorIndex (position) => position));
            set => index_put_(value, Array.ConvertAll(indices, TensorIndex (position) => position));
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set
            {
                using var target = select(0, i1);
                target.copy_(value);
            }
        }

        public Tensor this[long i1, long i2]
        {
            get => index((TensorIndex)i1, i2);
            set => index_put_(value, (TensorIndex)i1, i2);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => index((TensorIndex)i1, i2, i3);
            set => index_put_(value, (TensorIndex)i1, i2, i3);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index((TensorIndex)i1, i2, i3, i4);
            set => index_put_(value, (TensorIndex)i1, i2, i3, i4);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (view, positions) = View(indices);
            if (positions is null)
                return view;
            using (view)
                return Op.IndexTensor.Call(view, Argument.OptionalTensors(positions));
        }

        public Tensor index(params Tensor[] indices) => Op.IndexTensor.Call(this, Argument.OptionalTensors(indices));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, positions) = View(indices);
            using (view)
            {
                if (positions is not null)
                    Op.IndexPutInPlace.Change(view, Argument.OptionalTensors(positions), value, accumulate);
                else if (accumulate)
                    view.add_(value);
                else
                    view.copy_(value);
            }

            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Op.IndexPutInPlace.Change(this, Argument.OptionalTensors(indices), value, accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices, false);
        }

        /// <summary>Applies all indices but the tensors; those come back in the places they apply to.</summary>
        private (Tensor View, Tensor?[]? Positions) View(TensorIndex[] indices)
        {
            var view = alias();
            List<Tensor?>? positions = null;
            var dimension = 0;
            foreach (var index in indices)
            {
                switch (index.Is)
                {
                    case TensorIndex.Kind.Single:
                        view = Replace(view, view.select(dimension, index.Start ?? 0));
                        break;
                    case TensorIndex.Kind.Slice:
                        view = Replace(
                            view,
                            Op.SliceTensor.Call(view, (long)dimension++, index.Start, index.Stop, index.Step ?? 1));
                        break;
                    case TensorIndex.Kind.None:
                        view = Replace(view, view.unsqueeze(dimension++));
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        dimension += (int)ndim - indices.Sum(Consumed);
                        break;
                    case TensorIndex.Kind.Tensor:
                        positions ??= [];
                        while (positions.Count < dimension)
                            positions.Add(null);
                        positions.Add(index.Values);
                        dimension += Consumed(index);
                        break;
                }
            }

            return (view, positions?.ToArray());
        }

        /// <summary>How many of the tensor's own dimensions an index uses up.</summary>
        private static int Consumed(TensorIndex index) => index switch
        {
            { Is: TensorIndex.Kind.None or TensorIndex.Kind.Ellipsis } => 0,
            { Values: { dtype: ScalarType.Bool or ScalarType.Byte } mask } => (int)mask.ndim,
            _ => 1,
        };

        private static Tensor Replace(Tensor old, Tensor next)
        {
            old.Dispose();
            return next;
        }
    }
}
