namespace TorchSharp.Tests;

[TestClass]
public sealed class GradModeTests
{
    [TestMethod]
    public void NoGrad_WhileOpen_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        using (no_grad())
        {
            using (no_grad())
                Assert.IsFalse((x * 2).requires_grad);
            Assert.IsFalse((x * 2).requires_grad);
        }

        Assert.IsTrue((x * 2).requires_grad);
    }

    [TestMethod]
    public void NoGrad_OnOneThread_LeavesTheOthersRecording()
    {
        using var x = ones(1).requires_grad_();
        using var _ = no_grad();
        var recorded = false;

        var thread = new Thread(() =>
        {
            using var doubled = x * 2;
            recorded = doubled.requires_grad;
        });
        thread.Start();
        thread.Join();

        Assert.IsTrue(recorded);
    }

    [TestMethod]
    public void Backward_AfterSetWithin_AccumulatesIntoTheFlatGradient()
    {
        using var scope = NewDisposeScope();
        var net = nn.Sequential(new Dense(3, 2), new Dense(2, 1));
        var x = tensor([0.1f, 0.2f, 0.3f], [1, 3]);
        net.call(x).sum().backward();
        var parameters = net.parameters().ToList();
        var expected = cat([.. parameters.Select(parameter => parameter.grad!.flatten())]).clone();
        var values = cat([.. parameters.Select(parameter => parameter.detach().flatten())]).clone();
        var gradients = zeros_like(values);
        using (no_grad())
        {
            long offset = 0;
            foreach (var parameter in parameters)
            {
                var (count, shape) = (parameter.numel(), parameter.shape);
                parameter.set_(values.narrow(0, offset, count).view(shape));
                parameter.grad = gradients.narrow(0, offset, count).view(shape);
                offset += count;
            }
        }

        net.call(x).sum().backward();
        net.call(x).sum().backward();
        Vectors.AreClose(expected * 2, gradients, "Twice the gradient gathers in the vector.", 1e-6);

        using (no_grad())
            values.zero_();
        Assert.AreEqual(0, net.call(x).ToSingle(), "The module sees the vector.");
    }

    [TestMethod]
    public void Backward_AfterGradWithCreateGraph_AccumulatesIntoTheFlatGradient()
    {
        using var scope = NewDisposeScope();
        var flat = zeros(2);
        var weight = new Modules.Parameter(tensor([2f, 3f])) { grad = flat.view(2) };
        var x = tensor([1f, 1f]).requires_grad_();

        var gradient = autograd.grad([(x * weight).sum()], [x], create_graph: true, retain_graph: true)[0];
        gradient.square().sum().backward();

        // ∇x = w, so d‖w‖²/dw = 2w.
        CollectionAssert.AreEqual(new[] { 4f, 6f }, flat.data<float>().ToArray());
    }
}
