namespace MLNet.Gan.Tests.Support;

/// <summary>A module of TorchSharp with settings of its own, and what it reads.</summary>
/// <param name="Name">The call that makes it.</param>
/// <param name="Create">A fresh module.</param>
/// <param name="Size">The size of its input.</param>
internal sealed record ModuleCase(string Name, Func<nn.Module<Tensor, Tensor>> Create, params long[] Size)
{
    /// <summary>The number of label values, where it reads labels; else 0.</summary>
    public int Classes { get; init; }

    /// <summary>A module in evaluation mode whose parameters and buffers are random, variances positive.</summary>
    public nn.Module<Tensor, Tensor> Module()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var random = new Generator(3);
        var module = Create();
        foreach (var parameter in module.parameters())
            parameter.copy_(randn(parameter.shape, generator: random) * 0.5);
        foreach (var (name, buffer) in module.named_buffers().Where(pair => pair.buffer.dtype == ScalarType.Float32))
            buffer.copy_(name.EndsWith("var", StringComparison.Ordinal)
                ? rand(buffer.shape, generator: random) + 0.5
                : randn(buffer.shape, generator: random));
        module.eval();
        return module;
    }

    /// <summary>An input from −9 to 9, so that every branch of an activation is passed.</summary>
    public Tensor Input()
    {
        using var random = new Generator(8);
        if (Classes > 0)
            return randint(Classes, Size, ScalarType.Int64, generator: random);

        var input = (randn(Size, generator: random) * 3).clamp(-9, 9);
        input.flatten(0)[0] = -9;
        input.flatten(0)[-1] = 9;
        return input;
    }

    public override string ToString() => Name;
}
