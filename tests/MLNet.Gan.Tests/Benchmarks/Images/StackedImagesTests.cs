using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Benchmarks.Images;

namespace MLNet.Gan.Tests.Benchmarks.Images;

[TestClass]
public sealed class StackedImagesTests
{
    private static readonly float[][] Pictures =
        [.. new[] { -1, -0.5f, 0.5f, 1 }.Select(shade => Enumerable.Repeat(shade, 784).ToArray())];

    [TestMethod]
    public void View_ReadTwice_HasTheSameImages()
    {
        var view = StackedImages.View(new MLContext(seed: 1), Pictures, count: 5, seed: 2);

        var first = view.GetColumn<float[]>(StackedImages.Column).ToList();
        var second = view.GetColumn<float[]>(StackedImages.Column).ToList();

        Assert.HasCount(5, first);
        for (var i = 0; i < first.Count; i++)
            CollectionAssert.AreEqual(first[i], second[i]);
    }

    [TestMethod]
    public void Draw_MakesEachColorOneOfThePictures()
    {
        var colors = StackedImages.Draw(Pictures, count: 50, seed: 3)
            .SelectMany(image => image.Chunk(784)).ToList();

        Assert.HasCount(150, colors);
        Assert.IsTrue(colors.TrueForAll(color => color.Distinct().Count() == 1));
        Assert.AreEqual(4, colors.Select(color => color[0]).Distinct().Count());
    }
}
