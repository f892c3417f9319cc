using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
{
    internal LeakyReLU(double slope, bool inplace)
        : base(nameof(LeakyReLU)) => (negative_slope, this.inplace) = (slope, inplace);

    public double negative_slope { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);
}

public sealed class ReLU : nn.Module<Tensor, Tensor>
{
    internal ReLU(bool inplace)
        : base(nameof(ReLU)) => this.inplace = inplace;

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);
}

public sealed class Tanh : nn.Module<Tensor, Tensor>
{
    internal Tanh(bool inplace)
        : base(nameof(Tanh)) => this.inplace = inplace;

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.tanh(tensor, inplace);
}

public sealed class Sigmoid : nn.Module<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid)) => this.inplace = inplace;

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
}

public sealed class Softplus : nn.Module<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

    public double beta { get; set; }

    public double threshold { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
}

public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training, inplace);
}

public sealed class Identity : nn.Module<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    public override Tensor forward(Tensor tensor) => tensor.alias();
}

public sealed class Flatten : nn.Module<Tensor, Tensor>
{
    internal Flatten(long first, long last)
        : base(nameof(Flatten)) => (start_dim, end_dim) = (first, last);

    public long start_dim { get; set; }

    public long end_dim { get; set; }

    public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
}

public sealed class Unflatten : nn.Module<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] sizes)
        : base(nameof(Unflatten)) => (this.dim, unflattened_size) = (dim, sizes);

    public long dim { get; set; }

    public long[] unflattened_size { get; set; }

    public override Tensor forward(Tensor input) => input.unflatten(dim, unflattened_size);
}
