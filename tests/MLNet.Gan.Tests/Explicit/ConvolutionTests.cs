using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn.functional;

namespace MLNet.Gan.Tests.Explicit;

/// <summary>Both ways to compute a convolution's products give those of libtorch's graph.</summary>
[TestClass]
public sealed class ConvolutionTests
{
    public static IEnumerable<object[]> Cases =>
        from channels in (int[])[1, 3, 6]
        from kernel in (int[])[1, 3, 4]
        from stride in (int[])[1, 2, 3]
        from padding in (int[])[0, 1]
        select new object[] { channels, kernel, stride, padding };

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Products_AreThoseOfTheGraph(int channels, int kernel, int stride, int padding)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(2);
        var images = randn([2, channels, 7, 10], generator: random).requires_grad_(true);
        var weight = randn([5, channels, kernel, kernel], generator: random).requires_grad_(true);
        var output = conv2d(images, weight, strides: [stride, stride], padding: [padding, padding]);
        var gradients = randn(output.shape, generator: random);
        output.backward([gradients]);
        var expected = weight.grad!.clone();

        using var _ = no_grad();
        IConvolution[] ways =
        [
            new ChannelsLastConvolution(weight, stride, padding, 7, 10),
            new UnfoldedConvolution(weight, new(channels, 7, 10, kernel, stride, padding)),
        ];
        foreach (var way in ways)
        {
            var operand = way.Operand(images.detach());
            AssertTensor.AreClose(output, ChannelsLast.Images(way.Apply(operand)), 1e-4);
            AssertTensor.AreClose(images.grad!, way.ToImages(ChannelsLast.Pixels(gradients)), 1e-4);

            weight.grad!.zero_();
            way.AddToWeight(ChannelsLast.Pixels(gradients), operand);
            AssertTensor.AreClose(expected, weight.grad!, 1e-4);
        }
    }

    [TestMethod]
    public void Patches_AreThoseOfLibtorch_AndFoldTheSame()
    {
        using var scope = NewDisposeScope();
        var images = randn(3, 2, 5, 8);
        var patches = new Patches(channels: 2, height: 5, width: 8, side: 4, stride: 2, padding: 1);
        var expected = unfold(images, 4, padding: 1, stride: 2);

        var found = patches.Unfold(images);

        AssertTensor.AreClose(expected.transpose(1, 2), found, 0);
        AssertTensor.AreClose(expected.transpose(1, 2), patches.Unfold(images.transpose(2, 3).contiguous().transpose(2, 3)), 0);
        AssertTensor.AreClose(fold(expected, (5, 8), (4, 4), padding: (1, 1), stride: (2, 2)), patches.Fold(found), 1e-5);
    }
}
