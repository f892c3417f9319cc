namespace MLNet.Gan;

/// <summary>
/// A convolution as one matrix product with the patches that its kernel reads. For images of few channels, libtorch's own is far from the
/// machine's speed (decision 0007).
/// </summary>
/// <param name="weight">The weight [Out, In, K, K], a parameter.</param>
/// <param name="patches">Where the kernel reads.</param>
internal sealed class UnfoldedConvolution(Tensor weight, Patches patches) : IConvolution
{
    private readonly Tensor _matrix = weight.view(weight.size(0), -1);

    /// <inheritdoc/>
    public Tensor Operand(Tensor images) => patches.Unfold(images);

    /// <inheritdoc/>
    public Tensor Apply(Tensor operand) =>
        operand.view(-1, _matrix.size(1)).mm(_matrix.t()).view(-1, patches.Rows, patches.Columns, _matrix.size(0));

    /// <inheritdoc/>
    public Tensor ToImages(Tensor gradients) =>
        patches.Fold(gradients.view(-1, _matrix.size(0)).mm(_matrix).view(gradients.size(0), -1, _matrix.size(1)));

    /// <inheritdoc/>
    public void AddToWeight(Tensor gradients, Tensor operand) => weight.grad!.view(_matrix.Sizes()).addmm_(
        gradients.view(-1, _matrix.size(0)).t(), operand.view(-1, _matrix.size(1)), 1, 1);
}
