namespace TorchSharp;

public static partial class torch
{
    public static class linalg
    {
        public static Tensor svdvals(Tensor input) => Op.LinalgSvdvals.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Op.LinalgEigvalsh.Call(input, UPLO.ToString());

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') =>
            Op.LinalgEigh.CallForTwo(input, UPLO.ToString());

        /// <summary>How much of Q and R to compute.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        /// <summary>An orthogonal Q and an upper triangular R whose product is the input.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Op.LinalgQr.CallForTwo(input, mode.ToString().ToLowerInvariant());

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Op.LinalgNorm.Call(input, Argument.None, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Op.LinalgNorm.Call(input, (long)ord, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Op.LinalgNorm.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Op.LinalgNormOrdStr.Call(input, ord, dims, keepdim);

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Op.LinalgVectorNorm.Call(input, ord, dims, keepdim);
    }
}
