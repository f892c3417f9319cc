namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x where it is positive, elsewhere x times a slope.</summary>
            /// <param name="input">x, of any sizes.</param>
            /// <param name="negative_slope">The slope.</param>
            /// <param name="inplace">Whether the values of the input are replaced.</param>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace
                    ? Op.LeakyReluInPlace.Change(input, negative_slope)
                    : Op.LeakyRelu.Call(input, negative_slope);

            /// <summary>max(x, 0).</summary>
            /// <param name="x">Of any sizes.</param>
            /// <param name="inplace">Whether the values of the input are replaced.</param>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Op.ReluInPlace.Change(x) : Op.Relu.Call(x);

            /// <summary>tanh(x).</summary>
            /// <param name="x">Of any sizes.</param>
            /// <param name="inplace">Whether the values of the input are replaced.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Op.TanhInPlace.Change(x) : Op.Tanh.Call(x);

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            /// <param name="x">Of any sizes.</param>
            public static Tensor sigmoid(Tensor x) => Op.Sigmoid.Call(x);

            /// <summary>1 / (1 + e⁻ˣ).</summary>
            /// <param name="x">Of any sizes.</param>
            /// <param name="inplace">Whether the values of the input are replaced.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? Op.SigmoidInPlace.Change(x) : Op.Sigmoid.Call(x);

            /// <summary>log(1 + e^(beta · x)) / beta; x itself where beta · x is past the threshold.</summary>
            /// <param name="x">Of any sizes.</param>
            /// <param name="beta">How sharp the bend is.</param>
            /// <param name="threshold">Where the curve is a straight line in single precision.</param>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Op.Softplus.Call(x, beta, threshold);

            /// <inheritdoc cref="Tensor.softmax(long, ScalarType?)"/>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Op.SoftmaxInt.Call(input, dim, dtype);

            /// <inheritdoc cref="Tensor.log_softmax(long, ScalarType?)"/>
            public static Tensor log_softmax(Tensor x, long dim) => Op.LogSoftmaxInt.Call(x, dim);
        }
    }
}
