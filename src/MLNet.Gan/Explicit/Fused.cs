using System.Numerics;
using System.Runtime.InteropServices;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace MLNet.Gan;

/// <summary>
/// Operations on activations [N, F], each in one pass over memory. On the CPU they are managed code: an operator of libtorch for each part
/// would read and write the same numbers again, and costs a call.
/// </summary>
internal static class Fused
{
    /// <summary>x ← max(x + b, slope · (x + b)).</summary>
    /// <param name="values">x [N, F], which is overwritten.</param>
    /// <param name="bias">b [F].</param>
    /// <param name="slope">The slope, in [0, 1]; 1 for the sum alone.</param>
    public static Tensor AddAndRectify(Tensor values, Tensor bias, double slope)
    {
        if (!CpuNumbers.Has(values) || !CpuNumbers.Has(bias))
            return Rectify(values.add_(bias, alpha: Arithmetic.One), slope);

        var added = CpuNumbers.Of(bias);
        for (var rows = CpuNumbers.Of(values); rows.Length > 0; rows = rows[added.Length..])
            AddAndRectify(rows[..added.Length], added, (float)slope);
        return values;
    }

    /// <summary>x ← max(x, slope · x).</summary>
    public static Tensor Rectify(Tensor values, double slope)
    {
        if (slope == 1)
            return values;
        using Scalar least = slope;
        return slope == 0 ? values.relu_().alias() : values.leaky_relu_(least).alias();
    }

    /// <summary>Gradients with respect to a rectifier's input: g where its output is positive, and slope · g elsewhere.</summary>
    /// <param name="gradients">g [N, F], which is overwritten, or [1, F] for all rows, which is not.</param>
    /// <param name="outputs">The outputs [N, F].</param>
    /// <param name="slope">The slope, in [0, 1]; 1 for no rectifier.</param>
    public static Tensor PullThroughRectifier(Tensor gradients, Tensor outputs, double slope)
    {
        var isShared = gradients.size(0) != outputs.size(0);
        if (slope == 1)
            return isShared ? Repeat(gradients, outputs.size(0)) : gradients;
        if (!CpuNumbers.Has(gradients) || !CpuNumbers.Has(outputs))
        {
            using Scalar least = slope;
            var sides = outputs.sign().clamp_(least, Arithmetic.One);
            return isShared ? sides.mul_(gradients) : gradients.mul_(sides);
        }

        var pulled = isShared ? empty_like(outputs) : gradients;
        var signs = CpuNumbers.Of(outputs);
        var result = CpuNumbers.Of(pulled);
        var given = CpuNumbers.Of(gradients);
        for (; result.Length > 0; result = result[given.Length..], signs = signs[given.Length..])
            Select(given, signs, result[..given.Length], (float)slope);
        return pulled;
    }

    /// <summary>A row [1, …] so many times, in new memory.</summary>
    public static Tensor Repeat(Tensor row, long times) => row.repeat([times, .. Enumerable.Repeat(1L, (int)row.dim() - 1)]);

    /// <summary>Rows [N, F] times a number each, plus other rows where there are any.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="weights">The numbers [N].</param>
    /// <param name="added">What is added to some of them; null for nothing.</param>
    /// <param name="range">To which rows.</param>
    public static Tensor Weighted(Tensor rows, Tensor weights, Tensor? added, RowRange range)
    {
        if (!CpuNumbers.Has(rows) || rows.dim() != 2 || (added is not null && !CpuNumbers.Has(added)))
        {
            var product = rows * weights.unsqueeze(1);
            if (added is not null)
                range.Of(product).add_(added, alpha: Arithmetic.One);
            return product;
        }

        var weighted = empty_like(rows);
        var source = CpuNumbers.Of(rows);
        var result = CpuNumbers.Of(weighted);
        var factors = CpuNumbers.Of(weights);
        var sums = added is null ? default : CpuNumbers.Of(added);
        var width = (int)rows.size(1);
        for (var row = 0; row < factors.Length; row++)
        {
            var from = source.Slice(row * width, width);
            var to = result.Slice(row * width, width);
            if (added is not null && row >= range.First && row < range.First + range.Count)
                TensorPrimitives.MultiplyAdd(from, factors[row], sums.Slice((row - (int)range.First) * width, width), to);
            else
                TensorPrimitives.Multiply(from, factors[row], to);
        }

        return weighted;
    }

    /// <summary>Adds the sum of rows [N, F] to other numbers [F] or [1, F].</summary>
    public static void AddColumnSums(Tensor sums, Tensor rows)
    {
        if (!CpuNumbers.Has(sums) || !CpuNumbers.Has(rows))
        {
            sums.add_(rows.sum(0, keepdim: sums.dim() == 2), alpha: Arithmetic.One);
            return;
        }

        var total = CpuNumbers.Of(sums);
        for (var rest = CpuNumbers.Of(rows); rest.Length > 0; rest = rest[total.Length..])
            TensorPrimitives.Add(total, rest[..total.Length], total);
    }

    private static void AddAndRectify(Span<float> row, ReadOnlySpan<float> bias, float slope)
    {
        var (least, place) = (new Vector<float>(slope), 0);
        ref var values = ref MemoryMarshal.GetReference(row);
        ref var added = ref MemoryMarshal.GetReference(bias);
        for (; place <= row.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref values, (nuint)place) + Vector.LoadUnsafe(ref added, (nuint)place);
            Vector.Max(sum, sum * least).StoreUnsafe(ref values, (nuint)place);
        }

        for (; place < row.Length; place++)
            row[place] = Math.Max(row[place] + bias[place], (row[place] + bias[place]) * slope);
    }

    private static void Select(ReadOnlySpan<float> gradients, ReadOnlySpan<float> signs, Span<float> result, float slope)
    {
        var (least, place) = (new Vector<float>(slope), 0);
        ref var given = ref MemoryMarshal.GetReference(gradients);
        ref var side = ref MemoryMarshal.GetReference(signs);
        ref var pulled = ref MemoryMarshal.GetReference(result);
        for (; place <= result.Length - Vector<float>.Count; place += Vector<float>.Count)
        {
            var vector = Vector.LoadUnsafe(ref given, (nuint)place);
            var isPositive = Vector.GreaterThan(Vector.LoadUnsafe(ref side, (nuint)place), Vector<float>.Zero);
            Vector.ConditionalSelect(isPositive, vector, vector * least).StoreUnsafe(ref pulled, (nuint)place);
        }

        for (; place < result.Length; place++)
            result[place] = signs[place] > 0 ? gradients[place] : gradients[place] * slope;
    }
}
