namespace MLNet.Gan;

/// <summary>Where networks of the user's own lie.</summary>
internal static class DevicePlacement
{
    /// <summary>A network that lies where training runs. Else the run would end in libtorch's words.</summary>
    /// <exception cref="InvalidOperationException">A parameter or buffer lies elsewhere.</exception>
    public static T On<T>(this T network, Device device, string role) where T : nn.Module
    {
        foreach (var (name, tensor) in Tensors(network))
        {
            if (tensor.device_type != device.type
                || (device.type == DeviceType.CUDA && tensor.device_index != device.index))
                throw new InvalidOperationException(
                    $"'{name}' of the {role} is on {tensor.device}, but training runs on {device}. Make every parameter "
                        + "and buffer there, which is NetworkSpec.Device.");
        }

        return network;
    }

    /// <summary>A network that computes with numbers of single precision, as samples are.</summary>
    /// <exception cref="InvalidOperationException">A parameter or buffer has other floating-point numbers.</exception>
    public static T OfSingles<T>(this T network, string role) where T : nn.Module
    {
        foreach (var (name, tensor) in Tensors(network))
        {
            if (tensor.dtype != ScalarType.Float32 && (tensor.is_floating_point() || tensor.is_complex()))
                throw new InvalidOperationException(
                    $"'{name}' of the {role} is of {tensor.dtype}, but samples are of Float32. Make every parameter and buffer "
                        + "of Float32.");
        }

        return network;
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Tensors(nn.Module network) =>
        network.named_parameters().Select(pair => (pair.name, (Tensor)pair.parameter))
            .Concat(network.named_buffers().Select(pair => (pair.name, pair.buffer)));
}
