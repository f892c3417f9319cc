namespace MLNet.Gan;

/// <summary>A convolution without its bias, which is linear in images and in its weight, and the products of its derivatives.</summary>
internal interface IConvolution
{
    /// <summary>What the products read of images [N, In, H, W]: a linear function of them [N, …], each image's numbers together.</summary>
    Tensor Operand(Tensor images);

    /// <summary>The convolution as pixels [N, H', W', Out], in new memory.</summary>
    Tensor Apply(Tensor operand);

    /// <summary>Pulls gradients with respect to the pixels [N, H', W', Out] to the images [N, In, H, W].</summary>
    Tensor ToImages(Tensor gradients);

    /// <summary>Adds Σ g · x to the gradient of the weight.</summary>
    /// <param name="gradients">Gradients with respect to the pixels g [N, H', W', Out].</param>
    /// <param name="operand">The operand x.</param>
    void AddToWeight(Tensor gradients, Tensor operand);
}
