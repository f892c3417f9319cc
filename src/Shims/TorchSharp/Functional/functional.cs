namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What the layers of networks compute, without their parameters.</summary>
        public static partial class functional
        {
            /// <summary>x Wᵀ + b along the last dimension.</summary>
            /// <param name="input">x (…, inputs).</param>
            /// <param name="weights">W (outputs, inputs).</param>
            /// <param name="bias">b (outputs), or none.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Op.Linear.Call(input, weights, bias);

            /// <summary>Cross-correlation of images with kernels.</summary>
            /// <param name="input">Images (N, channels, H, W).</param>
            /// <param name="weight">Kernels (outputs, channels / groups, h, w).</param>
            /// <param name="bias">What is added to each output channel (outputs), or nothing.</param>
            /// <param name="strides">The steps down and right; 1 if null.</param>
            /// <param name="padding">The zeros around the image, above and below, left and right; none if null.</param>
            /// <param name="dilation">The distances between the taps of a kernel; 1 if null.</param>
            /// <param name="groups">Into how many parts the channels fall that do not see each other.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Op.Conv2d.Call(
                    input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>
            /// The gradient of <see cref="conv2d"/> with respect to its input: (H − 1) · stride − 2 · padding +
            /// dilation · (h − 1) + output_padding + 1 rows.
            /// </summary>
            /// <param name="input">Images (N, channels, H, W).</param>
            /// <param name="weight">Kernels (channels, outputs / groups, h, w).</param>
            /// <param name="bias">What is added to each output channel (outputs), or nothing.</param>
            /// <param name="strides">How far apart the input's pixels come to lie; 1 if null.</param>
            /// <param name="padding">The rows and columns that are cut from each edge; none if null.</param>
            /// <param name="output_padding">Rows below and columns right that are added; none if null.</param>
            /// <param name="dilation">The distances between the taps of a kernel; 1 if null.</param>
            /// <param name="groups">Into how many parts the channels fall that do not see each other.</param>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Op.ConvTranspose2dInput.Call(
                    input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups,
                    dilation ?? [1, 1]);

            /// <summary>(x − μ) / √(σ² + eps) · weight + bias, channel by channel.</summary>
            /// <param name="input">x (N, C, …).</param>
            /// <param name="running_mean">The average of μ (C), which training moves in place; none if null.</param>
            /// <param name="running_var">The average of σ² (C), which training moves in place; none if null.</param>
            /// <param name="weight">The scale (C); 1 if null.</param>
            /// <param name="bias">The shift (C); 0 if null.</param>
            /// <param name="training">Whether μ and σ² are those of the batch, not the averages.</param>
            /// <param name="momentum">The share of the batch in the new averages; σ² enters them unbiased.</param>
            /// <param name="eps">What keeps the root from 0.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                Op.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>
            /// Sets each value to 0 with probability p and divides the others by 1 − p; random numbers are the global
            /// generator's.
            /// </summary>
            /// <param name="input">Of any sizes.</param>
            /// <param name="p">From 0 to 1.</param>
            /// <param name="training">If false nothing happens.</param>
            /// <param name="inplace">Whether the values of the input are replaced.</param>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? Op.DropoutInPlace.Change(input, p, training) : Op.Dropout.Call(input, p, training);

            /// <summary>A tensor with more at its edges.</summary>
            /// <param name="input">
            /// Of any sizes for a constant; else (C, W), (N, C, W), (N, C, H, W) and so on, of which the last
            /// dimensions are padded.
            /// </param>
            /// <param name="pad">
            /// How much before and after, for the last dimension first: left, right, above, below. Negative ones cut.
            /// </param>
            /// <param name="mode">What is added.</param>
            /// <param name="value">The constant, if it is one.</param>
            public static Tensor pad(
                Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                ModeName(mode) is var name && name == "constant"
                    ? Op.Pad.Call(input, pad, name, value)
                    : Op.Pad.Call(input, pad, name);

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            private static string ModeName(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => "constant",
            };
        }
    }
}
