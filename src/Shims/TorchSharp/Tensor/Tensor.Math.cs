namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value, element by element.</summary>
        public Tensor abs() => Op.Abs.Call(this);

        /// <summary>The square, element by element.</summary>
        public Tensor square() => Op.Square.Call(this);

        /// <summary>The square root, element by element; NaN below 0.</summary>
        public Tensor sqrt() => Op.Sqrt.Call(this);

        /// <summary>1 / √x, element by element; ∞ at 0.</summary>
        public Tensor rsqrt() => Op.Rsqrt.Call(this);

        /// <summary>eˣ, element by element.</summary>
        public Tensor exp() => Op.Exp.Call(this);

        /// <summary>The natural logarithm, element by element; −∞ at 0, NaN below.</summary>
        public Tensor log() => Op.Log.Call(this);

        /// <summary>The largest whole number that is not larger, element by element.</summary>
        public Tensor floor() => Op.Floor.Call(this);

        /// <summary>−1, 0 or 1, element by element.</summary>
        public Tensor sign() => Op.Sign.Call(this);

        /// <summary>The cosine, element by element, of radians.</summary>
        public Tensor cos() => Op.Cos.Call(this);

        /// <summary>The sine, element by element, of radians.</summary>
        public Tensor sin() => Op.Sin.Call(this);

        /// <summary>tanh(x), element by element.</summary>
        public Tensor tanh() => Op.Tanh.Call(this);

        /// <summary>1 / (1 + e⁻ˣ), element by element.</summary>
        public Tensor sigmoid() => Op.Sigmoid.Call(this);

        /// <summary>max(x, 0), element by element.</summary>
        public Tensor relu() => Op.Relu.Call(this);

        /// <summary>The values, with those past a bound replaced by it.</summary>
        /// <param name="min">The lower bound, or none; one of the two is needed.</param>
        /// <param name="max">The upper bound, or none.</param>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Clamp.Call(this, min, max);

        /// <summary>The values, with those past a bound replaced by it, with broadcasting.</summary>
        /// <param name="min">The lower bounds, or none; one of the two is needed.</param>
        /// <param name="max">The upper bounds, or none.</param>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.ClampTensor.Call(this, min, max);

        /// <summary>Replaces values past a bound by it, in place.</summary>
        /// <param name="min">The lower bound, or none; one of the two is needed.</param>
        /// <param name="max">The upper bound, or none.</param>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Op.ClampInPlace.Change(this, min, max);

        /// <summary>Replaces values past a bound by it, in place.</summary>
        /// <param name="min">The lower bounds, or none; one of the two is needed.</param>
        /// <param name="max">The upper bounds, or none.</param>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Op.ClampInPlaceTensor.Change(this, min, max);

        /// <summary>eˣ over its sum along a dimension.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="dtype">The type of the result and of the computation; that of the tensor if null.</param>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Op.SoftmaxInt.Call(this, dim, dtype);

        /// <summary>The logarithm of <see cref="softmax"/>, without going through it.</summary>
        /// <param name="dim">The dimension; negative ones count from the last.</param>
        /// <param name="dtype">The type of the result and of the computation; that of the tensor if null.</param>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Op.LogSoftmaxInt.Call(this, dim, dtype);

        /// <summary>
        /// The product of matrices (…, n, m) and (…, m, p), where the other dimensions broadcast; of vectors the dot
        /// product, and of a vector and a matrix their product.
        /// </summary>
        /// <param name="target">The right factor.</param>
        public Tensor matmul(Tensor target) => Op.Matmul.Call(this, target);

        /// <summary>β · this + α · mat vec, where this broadcasts to the product of (n, m) and (m).</summary>
        /// <param name="mat">The matrix (n, m).</param>
        /// <param name="vec">The vector (m).</param>
        /// <param name="beta">The factor of this.</param>
        /// <param name="alpha">The factor of the product.</param>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Op.Addmv.Call(this, mat, vec, beta, alpha);

        /// <summary>The product of two matrices (n, m) and (m, p), without broadcasting.</summary>
        /// <param name="target">The right factor.</param>
        public Tensor mm(Tensor target) => Op.Mm.Call(this, target);

        /// <summary>The products of two batches of matrices (b, n, m) and (b, m, p), without broadcasting.</summary>
        /// <param name="batch2">The right factors.</param>
        public Tensor bmm(Tensor batch2) => Op.Bmm.Call(this, batch2);
    }
}
