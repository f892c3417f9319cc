using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the normalizing layers have: a scale, a shift and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats,
        Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = Kept(new Parameter(ones([num_features], dtype, device)));
            bias = Kept(new Parameter(zeros([num_features], dtype, device)));
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        if (!track_running_stats)
            return;
        running_mean = Kept(zeros([num_features], dtype, device));
        running_var = Kept(ones([num_features], dtype, device));
        num_batches_tracked = Kept(zeros([], ScalarType.Int64, device));
        register_buffer(nameof(running_mean), running_mean);
        register_buffer(nameof(running_var), running_var);
        register_buffer(nameof(num_batches_tracked), num_batches_tracked);
    }

    public Parameter? weight { get; set; }

    public Parameter? bias { get; set; }

    public Tensor? running_mean { get; set; }

    public Tensor? running_var { get; set; }

    public Tensor? num_batches_tracked { get; set; }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(running_mean!);
        nn.init.ones_(running_var!);
        nn.init.zeros_(num_batches_tracked!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight!);
        nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}
