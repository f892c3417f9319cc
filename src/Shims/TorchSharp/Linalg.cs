namespace TorchSharp;

public static partial class torch
{
    public static class linalg
    {
        public static Tensor svdvals(Tensor input) => Op.LinalgSvdvals.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Op.LinalgEigvalsh.Call(input, UPLO.ToString());

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') =>
            Op.LinalgEigh.CallForTwo(input, UPLO.ToString());
    }
}
