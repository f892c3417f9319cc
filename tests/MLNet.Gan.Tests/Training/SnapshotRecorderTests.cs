using TorchSharp.Modules;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class SnapshotRecorderTests
{
    [TestMethod]
    public void Take_OfClassesWithRows_ShowsNoOthers()
    {
        using var generator = new Labels();
        using var recorder = new SnapshotRecorder(
            new() { Count = 5, Interval = 1 }, new() { Shape = SampleShape.Vector(1), Architecture = new Mlp { LatentSize = 2 } }, [1, 3], generator);

        var snapshot = recorder.Take(step: 1, last: 0)!;

        // The generator gives its labels back: 1 and 3 in turn.
        CollectionAssert.AreEqual(new[] { 1f, 3, 1, 3, 1 }, snapshot.Samples.SelectMany(sample => sample).ToArray());
    }

    private sealed class Labels : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly Parameter _parameter = new(zeros(1));

        public Labels() : base(nameof(Labels)) => RegisterComponents();

        public override Tensor forward(Tensor latents, Tensor? labels) => labels!.to(ScalarType.Float32).unsqueeze(1);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _parameter.Dispose();
            base.Dispose(disposing);
        }
    }
}
