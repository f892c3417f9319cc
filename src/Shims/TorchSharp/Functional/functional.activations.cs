namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace
                    ? Op.LeakyReluInPlace.Change(input, negative_slope)
                    : Op.LeakyRelu.Call(input, negative_slope);

            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Op.ReluInPlace.Change(x) : Op.Relu.Call(x);

            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Op.TanhInPlace.Change(x) : Op.Tanh.Call(x);

            public static Tensor sigmoid(Tensor x) => Op.Sigmoid.Call(x);

            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? Op.SigmoidInPlace.Change(x) : Op.Sigmoid.Call(x);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                Op.Softplus.Call(x, beta, threshold);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Op.SoftmaxInt.Call(input, dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => Op.LogSoftmaxInt.Call(x, dim);
        }
    }
}
